package org.concordat.wiring.start;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Locale;

/** execv: another program in place of this one, with the same id, folder, environment, input and output. */
final class Replace {

    private Replace() {}

    /** On Linux and macOS, and where calling native code is allowed: the jar allows it, and so it prints no warning. */
    static boolean possible() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return (system.contains("linux") || system.contains("mac")) && Replace.class.getModule().isNativeAccessEnabled();
    }

    /** Comes back only where it could not be done. */
    static void thisProcess(String program, List<String> words) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle execv = linker.downcallHandle(linker.defaultLookup().findOrThrow("execv"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MemorySegment line = arena.allocate(ValueLayout.ADDRESS, words.size() + 1L);
            for (int i = 0; i < words.size(); i++) {
                line.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(words.get(i), CommandLine.AS_IT_IS));
            }
            int _ = (int) execv.invokeExact(arena.allocateFrom(program), line);
        } catch (Throwable notPossible) {
            // Then this process goes on as it is, and ends on those of the errors that it sees.
        }
    }
}
