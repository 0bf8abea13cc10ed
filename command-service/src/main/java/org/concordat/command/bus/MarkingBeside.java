package org.concordat.command.bus;

import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.command.act.Marks;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Marks a thing that another aggregate is about to make. What is applied in one unit of work is one append to either store, in the
 * order in which it was applied: the marking goes first, so that no reader stands between the two.
 */
@Component
class MarkingBeside implements Marks {

    private static final String PARTNERSHIPS = "partnershipAggregateRepository";

    private final BeanFactory beans;

    MarkingBeside(BeanFactory beans) {
        this.beans = beans;
    }

    @Override public void record(ContentMarked marked, MetaData beside) {
        Repository<?> partnerships = beans.getBean(PARTNERSHIPS, Repository.class);
        partnerships.load(marked.partnershipId().value()).execute(_ -> AggregateLifecycle.apply(marked, beside));
    }
}
