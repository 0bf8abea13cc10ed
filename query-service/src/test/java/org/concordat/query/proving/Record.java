package org.concordat.query.proving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.BoardRegistered;
import org.concordat.api.partnership.PartnershipEvent.PartnerAdmitted;
import org.concordat.api.partnership.PartnershipEvent.PartnershipEstablished;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyRegistered;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.WitnessKey;
import org.concordat.proof.Note;
import org.concordat.proof.SignerKey;
import org.concordat.proof.VerifierKey;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.query.ledger.ListSource;
import org.concordat.query.ledger.Proofs;
import org.concordat.query.ledger.Rig;
import org.concordat.query.ledger.Store;
import org.concordat.query.ledger.Stored;
import org.concordat.query.moment.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A record with what proves it, over a real database: 300 entries, two partners, each with a witness key. */
final class Record {

    static final int ENTRIES = 300;
    static final PartnershipId MASH = new PartnershipId("partnership-mash");
    static final PartnerId POLICE = new PartnerId("partner-mash.police");
    static final PartnerId SCC = new PartnerId("partner-mash.scc");
    static final Instant NOW = Instant.parse("2013-06-01T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String ORIGIN = "hub.example/record";
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 15);

    final Rig rig = new Rig();
    final ListSource source = new ListSource();
    final JdbcClient jdbc = JdbcClient.create(rig.jdbc);
    final LedgerKeys keys = new LedgerKeys(List.of(SignerKey.generate(ORIGIN, VerifierKey.Type.NOTE)));
    final SignerKey police = SignerKey.generate("police.example", VerifierKey.Type.COSIGNATURE);
    final SignerKey scc = SignerKey.generate("scc.example", VerifierKey.Type.COSIGNATURE);
    final Store store = rig.store(source);
    final Alarms alarms = new Alarms(jdbc, CLOCK);
    Parts parts = parts(rig.proofs, keys);

    /** What a process makes of the tables. */
    record Parts(Proofs proofs, Checkpoints checkpoints, Sight sight, Cosignatures cosignatures, SelfCheck check, ProofHealth health) {}

    Record() {
        source.events.addAll(story());
        feed(source.events);
    }

    Parts parts(Proofs proofs, LedgerKeys signing) {
        Moments moments = new Moments(rig.ledger);
        Checkpoints checkpoints = new Checkpoints(jdbc, proofs, ORIGIN, signing, CLOCK);
        Sight sight = new Sight(rig.ledger, moments, CLOCK);
        Cosignatures cosignatures = new Cosignatures(jdbc, proofs, checkpoints, sight, alarms, CLOCK);
        HeadCheck heads = new HeadCheck(proofs, store, checkpoints, cosignatures);
        SelfCheck check = new SelfCheck(jdbc, proofs, rig.check(store), rig.disposals(store), heads, new ViewCheck(rig.ledger, moments),
                Duration.ofHours(1), CLOCK);
        return new Parts(proofs, checkpoints, sight, cosignatures, check, new ProofHealth(checkpoints, alarms, check, heads, List.of()));
    }

    void restart() {
        parts = parts(rig.restarted(), keys);
    }

    void feed(List<Stored> events) {
        for (int i = 0; i < events.size(); i += 100) {
            rig.feed(events.subList(i, Math.min(events.size(), i + 100)).toArray(Stored[]::new));
        }
    }

    Stored event(long place, Object said) {
        return Stored.of(place, MASH.value(), place, said);
    }

    static BoardRegistered board(long place, String name) {
        return new BoardRegistered(MASH, new BoardId("board-mash.b" + place), new Text(name), null);
    }

    private List<Stored> story() {
        List<Object> said = new ArrayList<>(List.of(
                new PartnershipEstablished(MASH, new Text("MASH"), ZoneId.of("Europe/London"), LocalDate.of(2030, 9, 30),
                        new AppointmentId("appointment-mash.programme-office"), new PersonId("programme")),
                new PartnerAdmitted(MASH, POLICE, new Text("Police")), new PartnerAdmitted(MASH, SCC, new Text("County")),
                speaks("police", POLICE), speaks("scc", SCC), key(POLICE, police), key(SCC, scc)));
        while (said.size() < ENTRIES) said.add(board(said.size() + 1, "Board"));
        List<Stored> events = new ArrayList<>();
        for (Object event : said) events.add(event(events.size() + 1, event));
        return events;
    }

    private static Appointed speaks(String person, PartnerId partner) {
        return new Appointed(MASH, new AppointmentId("appointment-mash." + person), new PersonId(person),
                AppointmentKind.REPRESENTATIVE, partner, null, FIRST, null);
    }

    private static WitnessKeyRegistered key(PartnerId partner, SignerKey key) {
        return new WitnessKeyRegistered(MASH, partner, new WitnessKey(key.verifier().toString()));
    }

    /** What a whole check says, as sentences. */
    List<String> found() {
        parts.check().whole();
        return parts.check().standing().findings().stream().map(Finding::sentence).toList();
    }

    Note checkpoint() {
        return parts.checkpoints().current().orElseThrow().note();
    }

    static String cosigned(Note checkpoint, SignerKey by, Instant at) {
        return checkpoint.with(List.of(by.cosign(checkpoint.text(), at))).toString();
    }
}
