package org.concordat.standalone.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.query.api.CommandDoor;
import org.concordat.query.directory.Directory;
import org.concordat.query.imports.IllustrativeHistory;
import org.concordat.query.imports.IllustrativeHistoryReader;
import org.concordat.query.imports.ImportAnswer;
import org.concordat.query.imports.Imports;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moments;
import org.concordat.query.reading.RecordedPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads the example plan and its illustrative history, once; a start that was cut off in the middle is completed by the next. */
@Component
class Demo implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PersonId PROGRAMME = new PersonId("programme");

    private final CommandDoor door;
    private final Moments moments;
    private final Ledger ledger;
    private final JdbcClient database;
    private final Directory directory;

    Demo(CommandDoor door, Moments moments, Ledger ledger, JdbcClient database, Directory directory) {
        this.door = door;
        this.moments = moments;
        this.ledger = ledger;
        this.database = database;
        this.directory = directory;
    }

    @Override public void run(ApplicationArguments arguments) throws IOException {
        List<IllustrativeHistory.Act> acts = IllustrativeHistoryReader.read(file("illustrative-history.yaml")).acts();
        awaitLedger();
        if (recorded(commandId(acts.size()))) return;
        ImportAnswer answer = new Imports((command, id, on) -> door.send(PROGRAMME, command, id, on, null),
                id -> RecordedPlan.of(id, moments.now(id))).take(file("mash-2013.yaml"), PROGRAMME, Demo::line);
        if (!(answer instanceof ImportAnswer.Imported) && !(answer instanceof ImportAnswer.AlreadyImported)) {
            throw new IllegalStateException("the example plan was not imported: " + answer);
        }
        // Before the last act, by which a later start knows that all was done: whom somebody forgot stays forgotten.
        DemoPeople.NAMES.forEach(directory::enter);
        int number = 0;
        for (IllustrativeHistory.Act act : acts) door.send(act.by(), act.command(), commandId(++number), act.on(), null);
        awaitLedger();
        System.out.println("Loaded the illustrative history of " + number + " acts: what partners might have done in 2013;"
                + " nothing in the source says that they did.");
    }

    /**
     * Before: a stop or a kill may have left the ledger behind the store, and what it does not hold yet is not missing. After: whoever
     * is told that Concordat is ready finds the whole plan.
     */
    private void awaitLedger() {
        database.sql("select aggregate_id, sequence + 1 from event order by index desc limit 1")
                .query((row, n) -> new Receipt(row.getString(1), row.getInt(2), "")).optional()
                .filter(last -> !ledger.awaits(last, PATIENCE))
                .ifPresent(last -> LOG.warn("The ledger does not hold version {} of {} yet.", last.version(), last.id()));
    }

    private boolean recorded(String commandId) {
        return database.sql("select exists (select from ledger where command_id = ?)").param(commandId)
                .query(Boolean.class).single();
    }

    private static String commandId(int number) {
        return "illustrative:" + number;
    }

    private static byte[] file(String name) throws IOException {
        return new ClassPathResource("examples/" + name).getContentAsByteArray();
    }

    /** One line that grows where somebody watches; in a log, only what it came to. */
    private static void line(int done, int total) {
        boolean watched = System.console() != null && System.console().isTerminal();
        if (watched) System.out.print("\rImporting the example plan: " + done + " of " + total + (done == total ? "\n" : ""));
        else if (done == total) System.out.println("Imported the example plan: " + total + " commands.");
    }
}
