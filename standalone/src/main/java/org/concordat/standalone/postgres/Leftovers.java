package org.concordat.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Processes of a PostgreSQL whose first process is gone: the next one does not start beside them. */
public final class Leftovers {

    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private Leftovers() {}

    /** Ends them and waits for it; on Linux only, elsewhere they end by themselves when they notice. */
    public static void end(Path folder) {
        List<ProcessHandle> left = of(folder);
        left.forEach(ProcessHandle::destroyForcibly);
        long until = System.nanoTime() + END_WITHIN.toNanos();
        while (!of(folder).isEmpty() && System.nanoTime() < until) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Each works in the folder of its data. */
    private static List<ProcessHandle> of(Path folder) {
        return ProcessHandle.allProcesses().filter(process -> in(folder, process)).toList();
    }

    private static boolean in(Path folder, ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("cwd")).equals(folder.toRealPath())
                    && Files.readSymbolicLink(proc.resolve("exe")).getFileName().toString().startsWith("postgres");
        } catch (IOException | SecurityException notOurs) {
            return false;
        }
    }
}
