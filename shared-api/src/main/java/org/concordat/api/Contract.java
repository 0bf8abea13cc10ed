package org.concordat.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.commitment.CommitmentCommand;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentRejection;
import org.concordat.api.decision.DecisionCommand;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionRejection;
import org.concordat.api.decision.DueCommand;
import org.concordat.api.document.DocumentCommand;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.document.DocumentRejection;
import org.concordat.api.importing.ImportCommand;
import org.concordat.api.partnership.PartnershipCommand;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipRejection;
import org.concordat.api.planitem.PlanItemCommand;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemRejection;
import org.concordat.api.proviso.ProvisoRejection;
import org.jspecify.annotations.Nullable;

/** Everything that crosses a process, by its stable logical name: {@code planitem.LeadAccepted}, whatever the code is called later. */
public final class Contract {

    /** The commands people may give; each has a GraphQL mutation of the same name. */
    public static final List<Class<?>> COMMANDS =
            leaves(PartnershipCommand.class, PlanItemCommand.class, DecisionCommand.class, DocumentCommand.class,
                    CommitmentCommand.class);
    public static final List<Class<?>> IMPORT_COMMANDS = leaves(ImportCommand.class);
    /** What Concordat sends itself, because it falls due or follows from a decision. */
    public static final List<Class<?>> DUE_COMMANDS = leaves(DueCommand.class);
    public static final List<Class<?>> EVENTS =
            leaves(PartnershipEvent.class, PlanItemEvent.class, DecisionEvent.class, DocumentEvent.class,
                    CommitmentEvent.class);
    public static final List<Class<?>> REJECTIONS = leaves(CommonRejection.class, PartnershipRejection.class,
            PlanItemRejection.class, DecisionRejection.class, DocumentRejection.class, ProvisoRejection.class,
            CommitmentRejection.class);

    private static final Map<String, Class<?>> BY_NAME = Stream.of(COMMANDS, IMPORT_COMMANDS, DUE_COMMANDS, EVENTS, REJECTIONS)
            .flatMap(List::stream).collect(Collectors.toUnmodifiableMap(Contract::nameOf, Function.identity()));

    private Contract() {}

    /** The stable logical name: the feature and the record's name. */
    public static String nameOf(Class<?> type) {
        String feature = type.getPackageName().substring(Contract.class.getPackageName().length());
        return (feature.isEmpty() ? "common" : feature.substring(1).toLowerCase(Locale.ROOT)) + "." + type.getSimpleName();
    }

    /** The class behind a logical name, or null where this version knows none. */
    public static @Nullable Class<?> named(String name) {
        return BY_NAME.get(name);
    }

    private static List<Class<?>> leaves(Class<?>... parents) {
        return Stream.of(parents).flatMap(Contract::leaf).toList();
    }

    private static Stream<Class<?>> leaf(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(Contract::leaf);
    }
}
