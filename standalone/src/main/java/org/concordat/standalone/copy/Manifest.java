package org.concordat.standalone.copy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a copy says of itself.
 *
 * @param format     of the copy: 1
 * @param madeBy     the version of Concordat whose program made it
 * @param madeAt     when; everything in it stood so at one moment shortly before
 * @param demo       whether the data are a demo's
 * @param origin     which log it is, as checkpoints name it; null before the first start was complete
 * @param events     how many events the store held
 * @param entries    how many entries the ledger held
 * @param root       of the ledger's tree over all of them, 64 hex digits
 * @param checkpoint the newest signed checkpoint, as a note; null where none was signed
 * @param keys       the public keys that signed when it was made; none where the key's file could not be read
 * @param withKey    whether the secret key is in the copy
 * @param migrations what had been done to the schema, in the order of their numbers
 * @param tables     in the order in which they are filled
 */
record Manifest(int format, String madeBy, Instant madeAt, boolean demo, @Nullable String origin, long events, long entries, String root,
                @Nullable String checkpoint, List<String> keys, boolean withKey, List<Migration> migrations, List<Table> tables) {

    static final int FORMAT = 1;

    /** @param checksum as Flyway keeps it; null where it keeps none */
    record Migration(String version, String description, @Nullable Integer checksum) {}

    /** @param columns in the order of the file */
    record Table(String name, List<String> columns, long rows) {

        String file() {
            return "tables/" + name + ".copy.gz";
        }
    }

    Manifest {
        keys = List.copyOf(keys);
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
    }
}
