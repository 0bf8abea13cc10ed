package org.concordat.query.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one person may use. A budget fills up again evenly: all of it in the time of {@code per}.
 *
 * @param operations    operations and requests of one person at once
 * @param subscriptions subscriptions of one person, over whatever connections
 * @param sockets       open sockets of everybody
 * @param socketsEach   open sockets of one person
 * @param socketsUnsigned open sockets on which nobody has signed in yet
 * @param per           the time in which a budget fills up again
 * @param reading       fields a person may read in that time, with {@link Budget#BASE} more for each operation
 * @param acting        commands a person may give in that time
 * @param packs         evidence packs in that time
 * @param proofs        proofs, tiles and checkpoints in that time
 */
@ConfigurationProperties("concordat.limits")
public record Allowances(@DefaultValue("8") int operations, @DefaultValue("20") int subscriptions,
        @DefaultValue("500") int sockets, @DefaultValue("20") int socketsEach, @DefaultValue("100") int socketsUnsigned,
        @DefaultValue("1m") Duration per, @DefaultValue("10000000") long reading, @DefaultValue("6000") long acting,
        @DefaultValue("60") long packs, @DefaultValue("6000") long proofs) {

    public Allowances {
        positive("operations", operations);
        positive("subscriptions", subscriptions);
        positive("sockets", sockets);
        positive("sockets-each", socketsEach);
        positive("sockets-unsigned", socketsUnsigned);
        positive("per", per.toMillis());
        positive("reading", reading);
        positive("acting", acting);
        positive("packs", packs);
        positive("proofs", proofs);
    }

    private static void positive(String name, long value) {
        if (value < 1) throw new IllegalArgumentException("Set --concordat.limits." + name + " to 1 or more.");
    }

    long of(Budget budget) {
        return switch (budget) {
            case READING -> reading;
            case ACTING -> acting;
            case PACKS -> packs;
            case PROOFS -> proofs;
        };
    }
}
