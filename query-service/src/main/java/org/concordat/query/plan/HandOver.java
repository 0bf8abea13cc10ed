package org.concordat.query.plan;

import org.concordat.api.Text;
import org.concordat.api.planitem.Lead;
import org.concordat.query.partnership.Act;

/** A part offered to another party, which has not answered yet. */
public record HandOver(Lead.Party from, Lead.Party to, Text reason, Act act) {}
