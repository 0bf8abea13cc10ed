package org.concordat.query.partnership;

import org.concordat.api.Text;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.Level;
import org.jspecify.annotations.Nullable;

public record Board(BoardId id, Text name, @Nullable Level level) {}
