package org.concordat.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.concordat.proof.Sha256;

/** A copy of a copy, to be spoilt. */
record CopiedFolder(Path copy) {

    Path to(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path one : all.toList()) Files.copy(one, folder.resolve(copy.relativize(one).toString()));
        }
        return folder;
    }

    /** With other rows in a table, and the hash of those. */
    Path changed(Path folder, String table, UnaryOperator<String> rows) throws IOException {
        to(folder);
        String file = "tables/" + table + ".copy.gz";
        String text;
        try (var zip = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
            text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
        String other = rows.apply(text);
        if (other.equals(text)) throw new IllegalStateException("nothing was changed");
        try (var zip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file)))) {
            zip.write(other.getBytes(StandardCharsets.UTF_8));
        }
        return summed(folder, file);
    }

    /** With another manifest, and the hash of that. */
    Path manifest(Path folder, UnaryOperator<String> said) throws IOException {
        to(folder);
        String text = Files.readString(folder.resolve("manifest.json"));
        String other = said.apply(text);
        if (other.equals(text)) throw new IllegalStateException("nothing was changed");
        Files.writeString(folder.resolve("manifest.json"), other);
        return summed(folder, "manifest.json");
    }

    private static Path summed(Path folder, String file) throws IOException {
        String sums = Files.readString(folder.resolve("SHA256SUMS"));
        String hash = Sha256.over(Files.readAllBytes(folder.resolve(file))).hex();
        Files.writeString(folder.resolve("SHA256SUMS"), sums.replaceFirst("[0-9a-f]{64}  " + file.replace(".", "\\."), hash + "  " + file));
        return folder;
    }
}
