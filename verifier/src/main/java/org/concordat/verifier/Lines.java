package org.concordat.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file line by line, hashed on the way; only one line is ever held, and none longer than it may be. */
final class Lines {

    static final int LONGEST = 1 << 25;

    private final InputStream in;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1 << 14];
    private int from;
    private int to;
    private long read;

    Lines(InputStream in) {
        this.in = in;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Without its line end; null at the end. */
    byte @Nullable [] next() throws IOException {
        int length = 0;
        while (true) {
            if (from == to && !fill()) {
                if (length == 0) return null;
                throw new IllegalArgumentException("it ends in the middle of a line");
            }
            int end = from;
            while (end < to && buffer[end] != '\n') end++;
            int more = end - from;
            if (length + more > LONGEST) throw new IllegalArgumentException("a line is longer than " + LONGEST + " bytes");
            if (length + more > line.length) line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
            System.arraycopy(buffer, from, line, length, more);
            length += more;
            boolean ended = end < to;
            from = ended ? end + 1 : end;
            if (ended) return Arrays.copyOf(line, length);
        }
    }

    private boolean fill() throws IOException {
        int got = in.read(buffer);
        if (got < 0) return false;
        digest.update(buffer, 0, got);
        read += got;
        from = 0;
        to = got;
        return true;
    }

    long read() {
        return read;
    }

    /** Over everything read, once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
