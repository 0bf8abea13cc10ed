package org.concordat.standalone.copy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A file of a copy, written once: hashed on the way, and on the disk before its hash is told. */
record TableFile(Path file) {

    private static final int BUFFER = 1 << 16;
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");

    /** Writes to a file's stream. */
    interface Writing {
        void to(OutputStream out) throws IOException, SQLException;
    }

    /** The file's hash; what is written is compressed where asked. */
    String write(boolean compressed, Writing what) throws IOException, SQLException {
        MessageDigest digest = Sums.sha256();
        try (FileChannel channel = FileChannel.open(file, NEW, PosixFilePermissions.asFileAttribute(OURS))) {
            OutputStream hashed = new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER);
            if (compressed) compress(hashed, what);
            else what.to(hashed);
            hashed.flush();
            channel.force(true);
        }
        return Sums.hex(digest);
    }

    private static void compress(OutputStream to, Writing what) throws IOException, SQLException {
        var quick = new Quick(to);
        try {
            what.to(quick);
            quick.finish();
        } finally {
            quick.end();
        }
    }

    InputStream read() throws IOException {
        return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER), BUFFER);
    }

    /** PostgreSQL's text is twice its bytes: the quickest compression takes most of that away again. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream to) throws IOException {
            super(to, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }

        /** Without closing what it writes to, which is yet to be forced to the disk. */
        void end() {
            def.end();
        }
    }

    /** Tells now and then how much has gone through. */
    static final class Watched extends FilterOutputStream {

        private final Progress progress;
        private final String what;
        private long bytes;

        Watched(OutputStream to, Progress progress, String what) {
            super(to);
            this.progress = progress;
            this.what = what;
        }

        @Override public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
            progress.meanwhile(what, bytes, "bytes");
        }
    }
}
