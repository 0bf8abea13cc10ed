package org.concordat.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of PostgreSQL's data: made whole or not at all, and open to nobody without the password. */
record Cluster(Path data, Programs programs) {

    Path folder() {
        return data.resolve("postgres");
    }

    /** The password by which one gets in. */
    String ready() throws IOException, InterruptedException {
        var password = Password.in(data);
        if (!Files.exists(folder())) make(password);
        else if (password.isDue(folder())) renew(password);
        String known = password.read();
        password.demanded(folder());
        return known;
    }

    void make(Password password) throws IOException, InterruptedException {
        Path draft = data.resolve("postgres.new");
        new Tree(draft).remove();
        programs.finish("initdb", List.of("-D", draft.toString(), "-U", "postgres", "-E", "UTF-8", "--locale=C", "-A", "scram-sha-256",
                "--pwfile=" + password.drafted()), Path.of("/dev/null"));
        password.inForce();
        Files.move(draft, folder());
    }

    /** By PostgreSQL's way for one user who holds its folder, in which it listens to nobody else. */
    private void renew(Password password) throws IOException, InterruptedException {
        Path drafted = password.drafted();
        Path command = data.resolve("postgres.command");
        Files.deleteIfExists(command);
        Files.createFile(command, Owned.as(Owned.FILE));
        try {
            Files.writeString(command, "alter user postgres password '" + Files.readString(drafted) + "'\n");
            programs.finish("postgres", List.of("--single", "-D", folder().toString(), "-c", "fsync=on", "-c", "log_min_messages=fatal",
                    "-c", "log_min_error_statement=panic", "postgres"), command);
        } finally {
            Files.delete(command);
        }
        password.inForce();
    }
}
