package org.concordat.command.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.command.Hub.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.api.By;
import org.concordat.api.Contract;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.command.Page;
import org.junit.jupiter.api.Test;

/** Command × appointment: the table in docs/ is what the roll answers, for each command there is. */
class AuthorityTableTest {

    private static final List<String> HOLDERS = List.of("police", "chair", "secretary", OFFICE, "auditor", OUTSIDER);

    @Test void the_page_in_docs_is_what_is_enforced() throws IOException {
        List<String> columns = new ArrayList<>(List.of("command"));
        Arrays.stream(AppointmentKind.values()).map(AppointmentKind::words).forEach(columns::add);
        columns.addAll(List.of("founder", "no appointment"));
        List<List<String>> rows = Stream.concat(Contract.COMMANDS.stream(), Contract.IMPORT_COMMANDS.stream())
                .map(AuthorityTableTest::row).toList();
        assertThat(rows).hasSizeGreaterThan(20);
        Page.approve("authority.md", """
                # Who may give which command

                A token says who a person is; an appointment in the partnership, held on the effective day and on the day of
                recording, says what they may do. "yes" passes this gate; the rules of the thing decide the rest (a representative
                accepts a lead only for the partner it speaks for). "NOT_FOUND" is what somebody without an appointment is told.
                This page is written by a test from what is enforced.

                """ + Page.table(columns, rows));
    }

    private static List<String> row(Class<?> command) {
        List<AppointmentKind> kinds = List.of(command.getAnnotation(By.class).value());
        List<String> cells = new ArrayList<>(List.of(command.getSimpleName()));
        HOLDERS.stream().limit(5).map(person -> allowed(person, kinds)).forEach(cells::add);
        cells.add(kinds.isEmpty() ? "yes" : "as appointed");
        cells.add(kinds.isEmpty() ? "NOT_AUTHORISED" : ROLL.admits(new PersonId(OUTSIDER), TODAY) ? "?" : "NOT_FOUND");
        return cells;
    }

    private static String allowed(String person, List<AppointmentKind> kinds) {
        return ROLL.authority(new PersonId(person), kinds, TODAY, TODAY).isPresent() ? "yes" : "NOT_AUTHORISED";
    }
}
