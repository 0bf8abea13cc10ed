package org.concordat.query.plan;

import org.concordat.api.Text;
import org.concordat.api.planitem.Evidence;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

public record ProgressReport(int part, Text report, @Nullable Evidence evidence, Act act) {}
