package org.concordat.query.proving;

import java.util.HexFormat;
import java.security.SecureRandom;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Merkle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which log it is: chosen at the first start and never changed, because checkpoints that others hold name it. */
final class Origin {

    private static final int RANDOM = 8;

    private Origin() {}

    static String of(JdbcClient jdbc, String asked) {
        String proposed = asked.isEmpty() ? "concordat/" + random() : checked(asked);
        jdbc.sql("insert into ledger_origin (origin) values (?) on conflict do nothing").param(proposed).update();
        String fixed = jdbc.sql("select origin from ledger_origin").query(String.class).single();
        if (asked.isEmpty() || asked.equals(fixed)) return fixed;
        throw new KeyUnusable("The ledger's origin is " + fixed + " since its first start and never becomes " + asked
                + ": leave --concordat.ledger.origin out.");
    }

    private static String checked(String asked) {
        try {
            return new Checkpoint(asked, 0, Merkle.EMPTY).origin();
        } catch (IllegalArgumentException e) {
            throw new KeyUnusable("--concordat.ledger.origin=" + asked + " cannot be: " + e.getMessage() + ".");
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
