package org.concordat.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.api.partnership.AppointmentKind.AUDITOR;
import static org.concordat.api.partnership.AppointmentKind.CHAIR;
import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;
import static org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE;
import static org.concordat.api.partnership.AppointmentKind.SECRETARY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.ActMetadata;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;
import org.concordat.api.Text;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.Held;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.Roll;
import org.concordat.api.partnership.SevenS;
import org.concordat.command.act.CommandIds;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Disposal;
import org.concordat.command.act.Rolls;
import org.jspecify.annotations.Nullable;

/** The hub that the tests act in, and the words to say who acts when. */
public final class Hub {

    public static final PartnershipId MASH = new PartnershipId("partnership-mash");
    public static final PartnerId POLICE = new PartnerId("partner-mash.police");
    public static final PartnerId SCC = new PartnerId("partner-mash.scc");
    public static final PartnerId SSOTP = new PartnerId("partner-mash.ssotp");
    public static final BoardId SSCB = new BoardId("board-mash.sscb");
    public static final FindingId F8D = new FindingId("finding-mash.8d");
    public static final LocalDate START = LocalDate.parse("2012-11-30");
    public static final LocalDate TODAY = LocalDate.parse("2013-06-03");
    public static final Instant NOW = Instant.parse("2013-06-03T09:00:00Z");
    public static final PersonId FOUNDER = new PersonId("founder");
    public static final String OFFICE = "programme";
    public static final String OUTSIDER = "outsider";

    public static final List<PartnershipEvent> FOUNDING = List.of(
            new PartnershipEstablished(MASH, text("MASH"), ZoneId.of("Europe/London"), LocalDate.parse("2013-09-30"),
                    new AppointmentId("appointment-mash.programme-office"), new PersonId(OFFICE)),
            new PartnerAdmitted(MASH, POLICE, text("Police")),
            new PartnerAdmitted(MASH, SCC, text("SCC")),
            new PartnerAdmitted(MASH, SSOTP, text("SSOTP")),
            new BoardRegistered(MASH, SSCB, text("SSCB"), null),
            new FindingRegistered(MASH, F8D, SevenS.STYLE, text("One clear leader is wanted."), Held.ALL),
            appointed("police", REPRESENTATIVE, POLICE, null),
            appointed("scc", REPRESENTATIVE, SCC, null),
            appointed("ssotp", REPRESENTATIVE, SSOTP, null),
            appointed("chair", CHAIR, null, null),
            appointed("sscb-chair", CHAIR, null, SSCB),
            appointed("secretary", SECRETARY, null, null),
            appointed("auditor", AUDITOR, null, null));

    public static final Roll ROLL = rollOf(FOUNDING);

    /** What a store of these tests would hold once words are gone. */
    private static final Disposal HASHED = event -> Hash.of(text(event.toString()));

    /** The things marked by the command that makes them, since the newest fixture. */
    public static final List<ContentMarked> MARKED = new CopyOnWriteArrayList<>();

    private Hub() {}

    private static Roll rollOf(List<PartnershipEvent> events) {
        Roll roll = Roll.NONE;
        for (PartnershipEvent event : events) roll = roll.after(event, START);
        return roll;
    }

    private static Appointed appointed(String person, AppointmentKind kind, @Nullable PartnerId partner, @Nullable BoardId board) {
        return new Appointed(MASH, new AppointmentId("appointment-mash." + person), new PersonId(person), kind, partner, board,
                START, null);
    }

    public static Text text(String words) {
        return new Text(words);
    }

    public static <T> AggregateTestFixture<T> fixture(Class<T> aggregate) {
        return fixture(aggregate, _ -> new Rolls.Read(ROLL, FOUNDING.size()));
    }

    public static <T> AggregateTestFixture<T> fixture(Class<T> aggregate, Rolls rolls) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
        return fixture(fixture, new Desk(rolls, fixture.getEventStore(), Set.of(FOUNDER), HASHED, CommandIds.NONE, Hub::noted));
    }

    /** Over a store that cannot change what it holds. */
    public static <T> AggregateTestFixture<T> unchanging(Class<T> aggregate) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
        return fixture(fixture,
                new Desk(_ -> new Rolls.Read(ROLL, FOUNDING.size()), fixture.getEventStore(), Set.of(FOUNDER)));
    }

    /** A slice has one stream: what goes to the partnership's is kept here. */
    private static void noted(ContentMarked marked, MetaData beside) {
        MARKED.add(marked);
    }

    private static <T> AggregateTestFixture<T> fixture(AggregateTestFixture<T> fixture, Desk desk) {
        MARKED.clear();
        fixture.registerInjectableResource(desk);
        fixture.givenCurrentTime(NOW);
        return fixture;
    }

    /** Recorded with the marking beside it. */
    public static void restricts(AggregateTestFixture<?> fixture, Object command, String person, ContentMarked marked, Object... events) {
        accepts(fixture.givenNoPriorActivity(), command, person, events);
        assertThat(MARKED).containsExactly(marked);
    }

    public static MarkedAs restrictedTo(PartnerId... partners) {
        return new MarkedAs(Marking.RESTRICTED, Set.of(partners));
    }

    /** A fact of the effective day. */
    public static Object on(LocalDate day, Object event) {
        return GenericEventMessage.asEventMessage(event).withMetaData(Map.of(ActMetadata.EFFECTIVE_ON, day.toString()));
    }

    public static Object[] on(LocalDate day, List<?> events) {
        return events.stream().map(e -> on(day, e)).toArray();
    }

    public static Map<String, Object> by(String person) {
        return by(person, "c-1", null);
    }

    public static Map<String, Object> by(String person, LocalDate effectiveOn) {
        return by(person, "c-1", effectiveOn);
    }

    public static Map<String, Object> by(String person, String commandId, @Nullable LocalDate effectiveOn) {
        Map<String, Object> beside = new HashMap<>(Map.of(ActMetadata.PERSON, person, ActMetadata.COMMAND_ID, commandId,
                ActMetadata.COMMAND_CONTENT, person + commandId + effectiveOn));
        if (effectiveOn != null) beside.put(ActMetadata.EFFECTIVE_ON, effectiveOn.toString());
        return beside;
    }

    public static void accepts(TestExecutor<?> given, Object command, String person, Object... events) {
        given.when(command, by(person)).expectSuccessfulHandlerExecution().expectEvents(events);
    }

    public static void refuses(TestExecutor<?> given, Object command, String person, Rejection why) {
        given.when(command, by(person)).expectNoEvents().expectExceptionDetails(why);
    }
}
