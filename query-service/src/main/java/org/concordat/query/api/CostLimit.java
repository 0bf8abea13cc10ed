package org.concordat.query.api;

import graphql.execution.ExecutionContext;
import org.springframework.stereotype.Component;

/** Refuses an operation before it runs when its answer could be too large, by whatever transport and name it comes. */
@Component
class CostLimit {

    private final Limits limits;

    CostLimit(Limits limits) {
        this.limits = limits;
    }

    /** @throws ApiRefusal where it costs more than one operation may */
    Cost within(ExecutionContext execution) {
        Cost cost = new CostCount(execution).ofOperation();
        if (cost.fields() > limits.cost()) {
            throw ApiRefusal.tooMuch(ApiCode.TOO_COSTLY, "The answer could hold " + cost.fields() + " fields; " + limits.cost()
                + " are allowed. Ask for fewer at once (first), or for less of each.", cost.fields(), limits.cost());
        }
        if (cost.depth() > limits.depth()) {
            throw ApiRefusal.tooMuch(ApiCode.TOO_COSTLY, "The operation is " + cost.depth() + " fields deep; " + limits.depth()
                + " are allowed.", cost.depth(), limits.depth());
        }
        return cost;
    }
}
