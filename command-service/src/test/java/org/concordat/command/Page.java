package org.concordat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A page of docs/ that a test writes: the test fails while the page differs, and -Dapprove=true writes it anew. */
public final class Page {

    private Page() {}

    public static String table(List<String> columns, List<List<String>> rows) {
        return row(columns) + row(columns.stream().map(_ -> "---").toList())
                + rows.stream().map(Page::row).collect(Collectors.joining());
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
