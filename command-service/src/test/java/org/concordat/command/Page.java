package org.concordat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of docs/ that a test writes: the test fails while the page differs, and -Dapprove=true writes it anew. */
public final class Page {

    private Page() {}

    public static String table(List<String> columns, List<List<String>> rows) {
        return row(columns) + row(columns.stream().map(_ -> "---").toList())
                + rows.stream().map(Page::row).collect(Collectors.joining());
    }

    /** Every command in every standing: a row a command, a column a standing, {@code outcome} in the cells. */
    public static <C, E> String standings(Collection<C> commands, Map<String, E> standings, Function<C, String> name,
                                          BiFunction<E, C, String> outcome) {
        return table(Stream.concat(Stream.of("command"), standings.keySet().stream()).toList(),
                commands.stream().map(command -> Stream.concat(Stream.of(name.apply(command)),
                        standings.values().stream().map(events -> outcome.apply(events, command))).toList()).toList());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    public static void approve(String name, String content) throws IOException {
        Path page = Path.of("..", "docs", name);
        if (Boolean.getBoolean("approve")) Files.writeString(page, content);
        assertThat(Files.exists(page) ? Files.readString(page) : "").isEqualTo(content);
    }
}
