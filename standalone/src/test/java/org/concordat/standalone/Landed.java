package org.concordat.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The data folder that the last landed version left, packed with what it held (src/test/resources/landed). */
record Landed(Properties held) {

    private static final String VERSION = "905e4e1";

    static Landed unpacked(Path data) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(resource(".zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) unpack(entry, zip, data);
        }
        Properties held = new Properties();
        try (InputStream said = resource(".properties")) {
            held.load(said);
        }
        return new Landed(held);
    }

    /** PostgreSQL starts on no folder that others may read. */
    private static void unpack(ZipEntry entry, InputStream zip, Path data) throws IOException {
        Path to = data.resolve(entry.getName()).normalize();
        if (!to.startsWith(data)) throw new IOException("outside: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        } else {
            Files.createDirectories(to.getParent());
            Files.copy(zip, to);
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static InputStream resource(String kind) {
        return Objects.requireNonNull(Landed.class.getResourceAsStream("/landed/" + VERSION + kind));
    }

    String said(String what) {
        return held.getProperty(what);
    }

    long number(String what) {
        return Long.parseLong(said(what));
    }

    /** The embedded PostgreSQL that runs on a data folder. */
    static TestDatabase database(Path data) throws IOException {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip()
                + "/postgres?user=postgres&password=" + Files.readString(data.resolve("postgres.password")).strip());
    }
}
