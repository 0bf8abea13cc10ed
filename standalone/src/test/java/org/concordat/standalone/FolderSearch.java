package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every file below a folder, byte for byte: heap, toast, indexes, write-ahead log, logs, whatever lies there. */
record FolderSearch(Path folder) {

    List<String> holding(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> holds(file, words))
                    .map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    private static boolean holds(Path file, String words) {
        try {
            // One byte a character, so that a position is a position and nothing is decoded away.
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
