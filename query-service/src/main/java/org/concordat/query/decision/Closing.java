package org.concordat.query.decision;

import java.util.List;
import org.concordat.api.Hash;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Result;
import org.concordat.query.partnership.Act;

/** What a decision came to when it closed; one that is reopened may close again. */
public record Closing(Result result, String because, boolean reasonsOwed, Hash wording, List<Effect> effects,
                      Act act) {}
