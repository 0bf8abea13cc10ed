package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.wiring.KnownOptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The one list of options is what the code reads, and what people are told. */
class OptionsTest {

    private static final Path ROOT = Path.of("..");
    /** In code and in settings: {@code ${concordat.x:}}, {@code getProperty("concordat.x"}, a condition or a constant. */
    private static final Pattern READ = Pattern.compile(
            "(?:\\$\\{|getProperty\\(\"|Property\\((?:name = )?\"|[A-Z_]+ = \")(concordat\\.[a-z][a-z.-]*[a-z])");

    private static Set<String> read() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String module : new String[] {"shared-wiring", "command-service", "query-service", "standalone"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|yaml)")).toList()) {
                    READ.matcher(Files.readString(file)).results().forEach(found -> read.add(found.group(1)));
                }
            }
        }
        for (JavaClass type : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.concordat")) {
            if (!type.isAnnotatedWith(ConfigurationProperties.class)) continue;
            ConfigurationProperties settings = type.reflect().getAnnotation(ConfigurationProperties.class);
            for (RecordComponent part : type.reflect().getRecordComponents()) {
                read.add(settings.value() + "." + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase());
            }
        }
        return read;
    }

    @Test void every_option_the_code_reads_is_known_and_no_other() throws IOException {
        assertThat(KnownOptions.of(true).described().keySet())
                .as("META-INF/concordat/options.properties of the modules").isEqualTo(read()).hasSizeGreaterThan(20);
    }

    @Test void every_option_is_told() throws IOException {
        StringBuilder table = new StringBuilder();
        KnownOptions.of(true).described().forEach((name, what) -> table.append("| `--").append(name).append("=` | ").append(what).append(" |\n"));
        Path page = ROOT.resolve("docs/options.md");
        String head = "# Every option\n\nPrinted from the list that each start is held against: an option that is not in it is refused."
                + " [Running Concordat](operations.md) says more of each.\nEach may also be an environment variable, such as"
                + " `CONCORDAT_LEDGER_KEY`.\n\n| option | what |\n|---|---|\n";
        if (Boolean.getBoolean("approve")) Files.writeString(page, head + table);
        assertThat(Files.readString(page)).isEqualTo(head + table);
    }
}
