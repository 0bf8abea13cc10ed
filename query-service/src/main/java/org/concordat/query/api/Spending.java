package org.concordat.query.api;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.concordat.api.PersonId;
import org.concordat.query.identity.Caller;
import org.concordat.query.limits.Budget;
import org.concordat.query.limits.Budgets;
import org.concordat.query.limits.Charge;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/**
 * What an operation uses of the caller's budgets. Its text is charged before it is parsed, the rest once its cost is known; what was
 * used stays used when it is refused, since it was looked at.
 */
@Component
class Spending {

    /** What an operation has used so far. */
    private static final class Bill {
        private final Map<Budget, Charge> charges = new EnumMap<>(Budget.class);

        void add(Charge charge) {
            charges.merge(charge.budget(), charge,
                (before, now) -> new Charge(now.budget(), before.cost() + now.cost(), now.left(), now.per()));
        }
    }

    private final Budgets budgets;

    Spending(Budgets budgets) {
        this.budgets = budgets;
    }

    void begins(GraphQLContext operation, boolean acts) {
        operation.put(Bill.class, new Bill());
        if (acts) take(operation, Budget.ACTING, 1);
        else take(operation, Budget.READING, Budget.BASE);
    }

    /** Commands are counted, not what their receipts hold. */
    void runs(GraphQLContext operation, boolean acts, Cost cost, int commands) {
        if (acts && commands > 1) take(operation, Budget.ACTING, commands - 1L);
        if (!acts) take(operation, Budget.READING, cost.fields());
        if (cost.proofs() > 0) take(operation, Budget.PROOFS, cost.proofs());
    }

    private void take(GraphQLContext operation, Budget budget, long cost) {
        PersonId person = person(operation);
        Bill bill = operation.get(Bill.class);
        if (person != null && bill != null) bill.add(budgets.take(person, budget, cost));
    }

    private static @Nullable PersonId person(GraphQLContext operation) {
        Caller caller = operation.get(Caller.class);
        return caller == null ? null : caller.person();
    }

    /** The answer with what it used and what is left; a stream has its entries only. */
    ExecutionResult told(ExecutionResult result, GraphQLContext operation) {
        Bill bill = operation.get(Bill.class);
        if (bill == null || bill.charges.isEmpty() || result.getData() instanceof Publisher<?>) return result;
        Map<String, Object> cost = new LinkedHashMap<>();
        bill.charges.forEach((budget, charge) -> cost.put(budget.word(), charge.plain()));
        return result.transform(builder -> builder.addExtension("cost", cost));
    }
}
