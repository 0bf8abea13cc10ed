package org.concordat.query.plan;

import org.concordat.api.Text;
import org.concordat.api.planitem.Timescale;
import org.concordat.query.partnership.Act;

/** @param times how often the action has been deferred, this one included */
public record Deferral(Timescale from, Timescale to, Text reason, int times, Act act) {}
