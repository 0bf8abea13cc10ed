package org.concordat.query.partnership;

import org.concordat.api.Text;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.Held;
import org.concordat.api.partnership.SevenS;

public record Finding(FindingId id, SevenS lens, Text text, Held held) {}
