package org.concordat.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** Our PostgreSQL asks for a password that only who may read the data folder knows: initdb leaves it open to the whole machine. */
final class Locked {

    private static final String ONLY_WITH_PASSWORD = "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n";

    private Locked() {}

    /** The password, once there is one; from then on nobody gets in without it. */
    static Optional<String> password(Path postgres) throws IOException {
        Path file = file(postgres);
        if (!Files.exists(file)) return Optional.empty();
        Files.writeString(postgres.resolve("pg_hba.conf"), ONLY_WITH_PASSWORD);
        return Optional.of(Files.readString(file).strip());
    }

    /** Cut off anywhere, the next start gets in: before the file, without a password; after it, with the one in it. */
    static String lock(Path postgres, PGSimpleDataSource open) throws IOException, SQLException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path draft = postgres.resolveSibling("postgres.password.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, password);
        try (Connection connection = open.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.move(draft, file(postgres));
            Files.writeString(postgres.resolve("pg_hba.conf"), ONLY_WITH_PASSWORD);
            statement.execute("select pg_reload_conf()");
        }
        return password;
    }

    private static Path file(Path postgres) {
        return postgres.resolveSibling("postgres.password");
    }
}
