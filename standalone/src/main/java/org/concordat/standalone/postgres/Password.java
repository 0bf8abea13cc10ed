package org.concordat.standalone.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.concordat.standalone.StartRefused;

/** Our PostgreSQL asks for a password that only who may read the data folder knows. */
record Password(Path file) {

    private static final String NEW = "new";
    private static final String ONLY_WITH_PASSWORD = "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n";

    static Password in(Path data) {
        return new Password(data.resolve("postgres.password"));
    }

    private Path draft() {
        return file.resolveSibling("postgres.password.new");
    }

    /** One nobody knows yet, in a file of its own until it is in force. */
    Path drafted() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(draft());
        Files.createFile(draft(), Owned.as(Owned.FILE));
        return Files.writeString(draft(), HexFormat.of().formatHex(random));
    }

    void inForce() throws IOException {
        Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Only by it from now on, whoever changed that. */
    void demanded(Path postgres) throws IOException {
        Path rules = postgres.resolve("pg_hba.conf");
        if (!Files.exists(rules) || !Files.readString(rules).equals(ONLY_WITH_PASSWORD)) Files.writeString(rules, ONLY_WITH_PASSWORD);
    }

    /** Somebody asked for a new one, or this folder was made by a version that asked for none until its first start was through. */
    boolean isDue(Path postgres) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? NEW.equals(read()) : Files.exists(postgres.resolve("pg_hba.conf"))
                && Files.readString(postgres.resolve("pg_hba.conf")).lines().anyMatch(line -> line.matches("(local|host) .*trust *"));
    }

    String read() throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) throw refused("is missing");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) throw refused("is not a file");
        Owned.file(file);
        try {
            String found = Files.readString(file).strip();
            if (found.isEmpty()) throw refused("is empty");
            return found;
        } catch (AccessDeniedException e) {
            throw refused("cannot be read");
        }
    }

    StartRefused refused(String what) {
        return new StartRefused(file + " " + what + ", and without it nobody gets into the PostgreSQL beside it: put it back from a copy."
                + " Where there is no copy, write the one word new into it and start again; PostgreSQL then gets a new password.");
    }
}
