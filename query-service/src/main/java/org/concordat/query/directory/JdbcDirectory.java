package org.concordat.query.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.wiring.memory.Kept;
import org.concordat.wiring.memory.Memory;
import org.concordat.wiring.memory.Weight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In a table of its own. One answer asks for the same names a thousand times: they are kept for that long and no longer. */
@Component
final class JdbcDirectory implements Directory {

    /** Within it, every node has forgotten whom one of them forgot. */
    private static final Duration FOR = Duration.ofSeconds(1);

    private static final String NAMES = """
            select seat.person, directory.name from seat join directory on directory.person = seat.person
            where seat.partnership = ?""";
    private static final String ENTER = """
            insert into directory (person, name) values (?, ?)
            on conflict (person) do update set name = excluded.name""";

    private final JdbcClient jdbc;
    private final Cache<PartnershipId, Map<String, String>> kept;

    JdbcDirectory(JdbcClient jdbc, ObjectProvider<Memory> memory) {
        this.jdbc = jdbc;
        kept = memory.getIfAvailable(Memory::usual).cache(Kept.NAMES, (id, names) -> Weight.of(names),
                Caffeine.newBuilder().expireAfterWrite(FOR));
    }

    @Override public Optional<String> nameIn(PartnershipId partnership, String person) {
        return Optional.ofNullable(Objects.requireNonNull(kept.get(partnership, this::names)).get(person));
    }

    private Map<String, String> names(PartnershipId partnership) {
        return jdbc.sql(NAMES).param(partnership.value()).query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override public Optional<String> nameOf(PersonId person) {
        return jdbc.sql("select name from directory where person = ?").param(person.value()).query(String.class).optional();
    }

    @Override public void enter(PersonId person, String name) {
        jdbc.sql(ENTER).params(person.value(), name).update();
        kept.invalidateAll();
    }

    @Override public void forget(PersonId person) {
        jdbc.sql("delete from directory where person = ?").param(person.value()).update();
        kept.invalidateAll();
    }
}
