package org.concordat.query.plan;

import org.concordat.api.Text;
import org.concordat.query.partnership.Act;

public record Cancellation(Text reason, Act act) {}
