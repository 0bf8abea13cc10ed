package org.concordat.wiring.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever ran out of memory lost a thread somewhere and cannot be trusted: the process ends, and is started again by whoever
 * watches it. Only the JVM sees each OutOfMemoryError, and its flag cannot be set while it runs: so a process without the flag
 * replaces itself, once, by one that has it.
 */
public final class ExitOnOutOfMemory {

    private static final String FLAG = "ExitOnOutOfMemoryError";
    /** On the command line of the one that was started in place of another: it never does so again. */
    private static final String AGAIN = "org.concordat.started.again";

    private ExitOnOutOfMemory() {}

    /** First thing in main. Comes back where the flag is set or cannot be; then what is seen of it ends the process at least. */
    public static void orStartAgain() {
        Thread.setDefaultUncaughtExceptionHandler(ExitOnOutOfMemory::uncaught);
        if (isSet() || System.getProperty(AGAIN) != null) return;
        CommandLine line = CommandLine.ofThisProcess();
        if (line == null || !Replace.possible()) return;
        List<String> words = new ArrayList<>(line.words());
        words.addAll(1, List.of("-XX:+" + FLAG, "-D" + AGAIN + "=true"));
        Replace.thisProcess(line.program(), words);
    }

    private static boolean isSet() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return jvm == null || Boolean.parseBoolean(jvm.getVMOption(FLAG).getValue());
    }

    private static void uncaught(Thread thread, Throwable failure) {
        endIfOutOfMemory(failure);
        System.err.println("Exception in thread \"" + thread.getName() + "\"");
        failure.printStackTrace();
    }

    /** For whoever catches everything: some of these errors the JVM does not count, e.g. that there are too many threads. */
    public static void endIfOutOfMemory(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                System.err.println("Terminating due to " + cause);
                Runtime.getRuntime().halt(3);
            }
        }
    }
}
