package org.concordat.query.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.api.CommonRejection;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipRejection;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class ImportsTest {

    private static final byte[] FILE = Files.SMALL.getBytes(UTF_8);
    private static final PersonId PROGRAMME = new PersonId("programme");

    private final FakeHub hub = new FakeHub();
    private final Imports imports = new Imports(hub, hub);

    @Test void a_new_plan_is_imported_with_progress() {
        List<String> seen = new ArrayList<>();
        ImportAnswer answer = imports.take(FILE, PROGRAMME, (done, total) -> seen.add(done + "/" + total));
        assertThat(answer).isInstanceOf(ImportAnswer.Imported.class);
        assertThat(seen).containsExactly("1/8", "2/8", "3/8", "4/8", "5/8", "6/8", "7/8", "8/8");
        assertThat(status(answer)).isEqualTo(201);
        assertThat(hub.state().orElseThrow().done()).isEqualTo(8);
    }

    @Test void the_same_file_again_changes_nothing() {
        imports.take(FILE, PROGRAMME, Progress.SILENT);
        int recorded = hub.recorded();
        ImportAnswer again = imports.take(FILE, PROGRAMME, Progress.SILENT);
        assertThat(again).isInstanceOf(ImportAnswer.AlreadyImported.class);
        assertThat(hub.recorded()).isEqualTo(recorded);
        assertThat(status(again)).isEqualTo(200);
    }

    @Test void an_interrupted_import_is_completed_by_the_same_file_at_any_point() {
        for (int cut = 0; cut < 9; cut++) {
            FakeHub half = new FakeHub();
            Imports doors = new Imports(half, half);
            half.failAfter(cut);
            ImportAnswer stopped = doors.take(FILE, PROGRAMME, Progress.SILENT);
            assertThat(stopped).isInstanceOf(ImportAnswer.Stopped.class);
            assertThat(status(stopped)).isEqualTo(503);
            half.failAfter(Integer.MAX_VALUE);
            assertThat(doors.take(FILE, PROGRAMME, Progress.SILENT)).isInstanceOf(ImportAnswer.Imported.class);
            assertThat(half.recorded()).isEqualTo(10);
        }
    }

    @Test void another_of_the_programme_office_completes_it() {
        hub.failAfter(5);
        imports.take(FILE, PROGRAMME, Progress.SILENT);
        hub.failAfter(Integer.MAX_VALUE);
        hub.callerIs("colleague");
        assertThat(imports.take(FILE, new PersonId("colleague"), Progress.SILENT))
            .isInstanceOf(ImportAnswer.Imported.class);
        assertThat(hub.recorded()).isEqualTo(10);
    }

    @Test void views_that_lag_make_nothing_twice() {
        hub.blind(true);
        imports.take(FILE, PROGRAMME, Progress.SILENT);
        imports.take(FILE, PROGRAMME, Progress.SILENT);
        assertThat(hub.recorded()).isEqualTo(10);
    }

    @Test void another_file_is_answered_with_the_differences() {
        imports.take(FILE, PROGRAMME, Progress.SILENT);
        int recorded = hub.recorded();
        byte[] other = Files.SMALL.replace("month: 2013-03", "month: 2013-04").getBytes(UTF_8);
        ImportAnswer answer = imports.take(other, PROGRAMME, Progress.SILENT);
        assertThat(answer).isInstanceOfSatisfying(ImportAnswer.Differs.class,
            d -> assertThat(d.differences()).extracting(Difference::what).containsExactly(Difference.What.TIMESCALE));
        assertThat(status(answer)).isEqualTo(409);
        assertThat(hub.recorded()).isEqualTo(recorded);
    }

    @Test void a_wrong_file_sends_nothing() {
        ImportAnswer answer = imports.take("version: 1".getBytes(UTF_8), PROGRAMME, Progress.SILENT);
        assertThat(status(answer)).isEqualTo(422);
        assertThat(hub.recorded()).isZero();
    }

    @Test void a_partnership_that_says_otherwise_already_is_left_alone() {
        hub.establish(Files.plan(Files.SMALL.replace("name: SCC", "name: The Council")));
        ImportAnswer answer = imports.take(FILE, PROGRAMME, Progress.SILENT);
        assertThat(answer).isInstanceOf(ImportAnswer.Differs.class);
        assertThat(hub.recorded()).isZero();
    }

    @Test void each_kind_of_refusal_has_its_status() {
        assertThat(refusal(new CommonRejection.NotFound("partnership-mash"))).isEqualTo(404);
        assertThat(refusal(new CommonRejection.NotAuthorised("EstablishPartnership", Set.of()))).isEqualTo(403);
        assertThat(refusal(new PartnershipRejection.AlreadyRegistered("partner-mash.scc"))).isEqualTo(409);
        assertThat(refusal(new CommonRejection.Malformed("x", "y"))).isEqualTo(422);
    }

    private int refusal(org.concordat.api.Rejection rejection) {
        FakeHub refusing = new FakeHub();
        refusing.refuseWith(rejection);
        return status(new Imports(refusing, refusing).take(FILE, PROGRAMME, Progress.SILENT));
    }

    private static int status(ImportAnswer answer) {
        ResponseEntity<Object> response = ImportController.answer(answer);
        assertThat(response.getBody()).isNotNull();
        return response.getStatusCode().value();
    }
}
