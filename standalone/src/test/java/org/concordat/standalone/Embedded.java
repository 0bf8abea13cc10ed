package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL in a data folder, as one sees it who may read the folder. */
record Embedded(Path data) {

    TestDatabase database() {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + said(3) + "/postgres?user=postgres&password=" + password());
    }

    private String password() {
        try {
            return Files.readString(data.resolve("postgres.password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long first() {
        return Long.parseLong(said(0));
    }

    /** Its first process and all others. */
    List<Long> processes() {
        long first = first();
        List<Long> others = ProcessHandle.of(first).map(p -> p.descendants().map(ProcessHandle::pid).toList()).orElse(List.of());
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    void signal(String signal, List<Long> processes) throws Exception {
        for (long process : processes) Signals.send(signal, process);
    }

    /** What was started on a folder and did not end. */
    static List<ProcessHandle> running(Path folder) {
        return ProcessHandle.allProcesses().filter(p -> p.info().commandLine().orElse("").contains(folder.toString())).toList();
    }

    private String said(int line) {
        try {
            return Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(line).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
