package org.concordat.standalone.copy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Figures and failures as a person reads them. */
final class Said {

    private static final double KILO = 1_000;

    private Said() {}

    /** An exception of a file says which file, and why only beside it. */
    static String by(IOException failure) {
        if (failure instanceof AccessDeniedException denied) return denied.getFile() + " may not be written or read by this account";
        if (failure instanceof FileSystemException file && file.getReason() != null) return file.getFile() + ": " + file.getReason();
        return String.valueOf(failure.getMessage());
    }

    static String count(long n, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
    }

    static String bytes(long n) {
        return n < KILO * KILO ? String.format(Locale.ROOT, "%.1f kB", n / KILO)
                : String.format(Locale.ROOT, "%,.1f MB", n / KILO / KILO);
    }
}
