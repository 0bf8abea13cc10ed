package org.concordat.wiring;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateOutput;

/**
 * Brings a database up to date, unless something was done to it that this version does not know: then nothing is changed. Flyway by
 * itself takes no notice of what a newer version applied.
 */
public final class Migrations {

    private static final String PENDING = "*:pending";

    private Migrations() {}

    /** @throws StartRefusal with a sentence that says what to do */
    public static void apply(Flyway configured) {
        try {
            Flyway flyway = Flyway.configure().configuration(configured.getConfiguration()).ignoreMigrationPatterns(PENDING).load();
            List<ValidateOutput> wrong = flyway.validateWithResult().invalidMigrations;
            if (!wrong.isEmpty()) throw new StartRefusal(sentence(wrong.getFirst()));
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StartRefusal("The database cannot be brought up to date: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + " See --concordat.database.url=, .user= and .password=.", e);
        }
    }

    private static String sentence(ValidateOutput wrong) {
        String migration = "migration " + wrong.version + " (" + wrong.description + ")";
        return switch (wrong.errorDetails.errorCode.toString()) {
            case "APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED", "APPLIED_REPEATABLE_MIGRATION_NOT_RESOLVED" -> "This data was written by a newer"
                    + " Concordat, or by another program: this version does not know " + migration + ". Nothing was changed."
                    + " Start the version that wrote it, or use other data.";
            case "CHECKSUM_MISMATCH", "DESCRIPTION_MISMATCH", "TYPE_MISMATCH" -> "This data was written by another build of Concordat: its "
                    + migration + " is not the one this version knows. Nothing was changed. Start the version that wrote it, or use other data.";
            case "FAILED_VERSIONED_MIGRATION", "FAILED_REPEATABLE_MIGRATION" -> "This data was left half changed: " + migration
                    + " did not succeed. Nothing was changed now. Restore the copy that was made before it, then start again.";
            default -> "The history of this data's migrations is not one this version can go on from, at " + migration + ": "
                    + wrong.errorDetails.errorCode + ". Nothing was changed. Start the version that wrote it, or use other data.";
        };
    }
}
