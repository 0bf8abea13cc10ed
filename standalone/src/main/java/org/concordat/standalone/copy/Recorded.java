package org.concordat.standalone.copy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the ledger beside the store's event at its place.
 *
 * @param columns  what the columns beside the envelope say, as an envelope says it
 * @param stored   the event's id, subject, version and type, as an envelope says them; empty where there is no event
 * @param same     whether both hold the same payload
 * @param disposed the commitment that an event carries whose words are gone; null where they are not
 */
record Recorded(long index, byte[] envelope, byte[] leaf, byte[] payload, byte[] salt, String columns, String stored, boolean same,
                @Nullable String disposed) {

    static final String ALL = """
            select l.index, l.envelope, l.leaf, l.payload, l.salt,
                jsonb_strip_nulls(jsonb_build_object('index', l.index::text, 'event', l.event_id, 'type', l.type, 'revision', l.revision,
                    'subject', l.subject, 'version', l.version::text, 'partnership', l.partnership,
                    'recordedAt', to_char(l.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    'effectiveOn', to_char(l.effective_on, 'YYYY-MM-DD'), 'person', l.person, 'partner', l.partner,
                    'appointment', l.appointment, 'recordedFor', l.recorded_for, 'command', l.command_id, 'authority', l.authority))::text,
                jsonb_strip_nulls(jsonb_build_object('event', e.event_id, 'subject', e.aggregate_id, 'version', (e.sequence + 1)::text,
                    'type', e.type, 'revision', e.revision))::text,
                l.payload = e.payload,
                case when l.payload <> e.payload then convert_from(e.metadata, 'UTF8')::jsonb ->> 'disposed' end
            from ledger l left join event e on e.index = l.index order by l.index""";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> MEMBERS = new TypeReference<>() {};
    /** What is too long for an envelope stands there as a hash. */
    private static final String SHORTENED = "sha256:";

    static Recorded of(ResultSet row) throws SQLException {
        return new Recorded(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getBytes(4), row.getBytes(5), row.getString(6),
                row.getString(7), row.getBoolean(8), row.getString(9));
    }

    /** What does not hold, after “Entry 7 …”; null where everything does. */
    @Nullable String wrong() {
        if (!Arrays.equals(leaf, Merkle.leaf(envelope).bytes())) return "has another leaf hash than its envelope gives";
        Map<String, String> said;
        try {
            said = new HashMap<>(JSON.readValue(envelope, MEMBERS));
        } catch (JacksonException e) {
            return "has an envelope that cannot be read";
        }
        String commitment = Objects.requireNonNullElse(said.remove("payloadHash"), "");
        said.remove("v");
        said.remove("unsalted");
        if (!said.equals(JSON.readValue(columns, MEMBERS))) return "has columns that say other than its envelope";
        Map<String, String> event = JSON.readValue(stored, MEMBERS);
        if (event.isEmpty()) return "is of no event of the store";
        if (!event.entrySet().stream().allMatch(member -> is(said.get(member.getKey()), member.getValue()))) {
            return "is of another event than the store's at its place";
        }
        // Without its salt a payload is what an entry says remains of it, which is looked at for all such entries at once.
        if (salt.length == 0) return null;
        if (!Sha256.over(salt, payload).hex().equals(commitment)) return "has another payload than its envelope commits to";
        return same || commitment.equals(disposed) ? null : "has another payload than the store's event";
    }

    private static boolean is(@Nullable String recorded, String stored) {
        return recorded != null && (recorded.equals(stored) || recorded.startsWith(SHORTENED));
    }
}
