package org.concordat.command.act;

import org.axonframework.messaging.MetaData;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;

/** Records a marking on the partnership's own stream, in the unit of work of the command that makes the thing. */
@FunctionalInterface
public interface Marks {

    void record(ContentMarked marked, MetaData beside);
}
