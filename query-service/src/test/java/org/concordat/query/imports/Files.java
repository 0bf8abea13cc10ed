package org.concordat.query.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The repository's files, and small plans, for the tests of the import. */
final class Files {

    static final Path ROOT = root();

    /** Two partners, one finding, one item, one action; valid. Line numbers are those of the text. */
    static final String SMALL = """
        version: 1
        partnership: {id: mash, name: MASH, timeZone: Europe/London, planEnd: 2013-09-30}
        effectiveOn: 2012-11-30
        parties:
          partners:
            - {id: police, name: Police}
            - {id: scc, name: SCC}
          boards:
            - {id: sscb, name: SSCB}
        findings:
          - {id: 8c, lens: STYLE, text: Nothing so far.}
        items:
          - id: leadership
            area: LEADERSHIP
            title: Leadership
            component: PEOPLE
            findings: [8c]
            actions:
              - code: A06
                methods: [Meet.]
                timescale: {inMonth: {month: 2013-03, printed: March 2013}}
                lead:
                  printed: SCC/ Police
                  jointly:
                    parties:
                      - partner: {partner: scc}
                      - partner: {partner: police}
        """;

    private Files() {}

    static byte[] read(String path) {
        try {
            return java.nio.file.Files.readAllBytes(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] example() {
        return read("examples/mash-2013.yaml");
    }

    static PlanFile plan(String text) {
        return plan(text.getBytes(UTF_8));
    }

    static PlanFile plan(byte[] bytes) {
        return switch (PlanFileReader.read(bytes)) {
            case Reading.Good good -> good.plan();
            case Reading.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    static List<Problem> problems(byte[] bytes) {
        return switch (PlanFileReader.read(bytes)) {
            case Reading.Good good -> List.of();
            case Reading.Bad bad -> bad.problems();
        };
    }

    static List<Problem> problems(String text) {
        return problems(text.getBytes(UTF_8));
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return java.nio.file.Files.isDirectory(here.resolve("examples")) ? here : here.getParent();
    }
}
