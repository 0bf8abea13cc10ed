package org.concordat.query.reading;

import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import java.util.Map;
import java.util.Objects;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.Timescale;
import org.concordat.query.history.EntryAt;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.Board;
import org.concordat.query.partnership.Finding;
import org.concordat.query.partnership.Partner;
import org.concordat.query.plan.Action;
import org.concordat.query.plan.PlanItem;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Which record answers for which type of an interface or union. */
@Component
class TypeWiring implements RuntimeWiringConfigurer {

    static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(PartnershipAt.class, "Partnership"),
            Map.entry(Partner.class, "Partner"),
            Map.entry(Appointment.class, "Appointment"),
            Map.entry(Board.class, "Board"),
            Map.entry(Finding.class, "Finding"),
            Map.entry(PlanItem.class, "PlanItem"),
            Map.entry(Action.class, "Action"),
            Map.entry(EntryAt.class, "Entry"),
            Map.entry(Timescale.ByMonth.class, "TimescaleByMonth"),
            Map.entry(Timescale.InMonth.class, "TimescaleInMonth"),
            Map.entry(Timescale.Between.class, "TimescaleBetween"),
            Map.entry(Timescale.Ongoing.class, "TimescaleOngoing"),
            Map.entry(Timescale.OngoingWithCheckpoint.class, "TimescaleOngoingWithCheckpoint"),
            Map.entry(Lead.Partner.class, "LeadPartner"),
            Map.entry(Lead.Post.class, "LeadPost"),
            Map.entry(Lead.Board.class, "LeadBoard"),
            Map.entry(Lead.Group.class, "LeadGroup"),
            Map.entry(Lead.Person.class, "LeadPerson"),
            Map.entry(Lead.AsPrinted.class, "LeadAsPrinted"),
            Map.entry(Lead.EveryPartner.class, "LeadEveryPartner"),
            Map.entry(Lead.Jointly.class, "LeadJointly"));

    @Override public void configure(RuntimeWiring.Builder wiring) {
        TypeResolver byClass = env -> env.getSchema().getObjectType(
                Objects.requireNonNull(NAMES.get(Objects.requireNonNull(env.<Object>getObject()).getClass())));
        for (String type : new String[] {"Node", "Timescale", "Lead", "LeadParty"}) {
            wiring.type(type, t -> t.typeResolver(byClass));
        }
    }
}
