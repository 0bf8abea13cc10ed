package org.concordat.query.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.api.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

class ExampleTest {

    /** SHA-256 of the family name in the source, so that this test does not hold it. */
    private static final String NAME = "8ecb3601fc29d7ef39f25e072687f5e620c6ccdd1fafdfcc9d1583917918ad9b";

    private final PlanThings things = Files.plan(Files.example()).things();

    @Test void it_holds_the_whole_plan() {
        assertThat(things.items()).hasSize(12).doesNotHaveDuplicates();
        assertThat(things.items()).extracting(i -> i.area()).doesNotHaveDuplicates();
        assertThat(things.findings()).hasSize(22);
        assertThat(things.partners()).extracting(p -> p.partner().value()).containsExactly("partner-mash.police",
            "partner-mash.scc", "partner-mash.ssotp", "partner-mash.social-care");
        assertThat(things.appointments()).isEmpty();
        assertThat(things.actions()).extracting(a -> String.valueOf(a.code()))
            .containsExactlyElementsOf(IntStream.rangeClosed(1, 19).mapToObj("A%02d"::formatted).toList());
    }

    @Test void what_the_paper_leaves_open_stays_open() {
        assertThat(things.leads()).hasSize(18).doesNotContainKey(new ActionId("action-mash.vision-and-strategy.A02"));
        assertThat(things.leads().get(new ActionId("action-mash.information-technology.A09")))
            .isInstanceOf(Lead.AsPrinted.class);
        assertThat(things.leads().values()).filteredOn(l -> l instanceof Lead.Jointly j && j.answers() != null)
            .isEmpty();
    }

    @Test void its_json_form_gives_the_same_commands() {
        String json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(tree());
        PlanFile fromJson = Files.plan(json.getBytes(UTF_8));
        assertThat(fromJson).isEqualTo(Files.plan(Files.example()));
        assertThat(Files.plan(json.replace("  ", "\t").replace("/", "\\/"))).isEqualTo(fromJson);
    }

    /** Quoting every day keeps it the words it is. */
    private static Object tree() {
        String quoted = new String(Files.example(), UTF_8).replaceAll(": (\\d{4}-\\d\\d-\\d\\d)", ": \"$1\"");
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(quoted);
    }

    @Test void no_file_holds_the_name_in_the_source() throws IOException {
        for (String folder : List.of("examples", "docs")) {
            try (Stream<Path> files = java.nio.file.Files.walk(Files.ROOT.resolve(folder))) {
                List<Path> all = files.filter(java.nio.file.Files::isRegularFile).toList();
                assertThat(all).isNotEmpty();
                all.forEach(file -> assertThat(words(file)).as(file.toString()).doesNotContain(NAME));
            }
        }
    }

    private static List<String> words(Path file) {
        try {
            String[] words = java.nio.file.Files.readString(file).toLowerCase(java.util.Locale.ROOT).split("[^a-z]+");
            return Arrays.stream(words).distinct().map(w -> Hash.of(w.getBytes(UTF_8)).value()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
