package org.concordat.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.concordat.api.Contract;
import org.concordat.api.planitem.Timescale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of every event ever released is kept for ever and must still read; -Dapprove=true writes that of a new one. */
class StoredFormTest {

    private final LogicalNameSerializer serializer = new LogicalNameSerializer();

    static Stream<Object> events() {
        return Stream.of(Samples.EVENTS, DecisionSamples.EVENTS, CommitmentSamples.EVENTS).flatMap(List::stream);
    }

    @ParameterizedTest @MethodSource("events")
    void an_event_is_written_as_approved_and_read_again(Object event) throws IOException {
        String name = Contract.nameOf(event.getClass());
        Path approved = Path.of("src/test/resources/stored", name + ".json");
        String written = serializer.serialize(event, String.class).getData();
        if (Boolean.getBoolean("approve") && !Files.exists(approved)) Files.writeString(approved, written + "\n");
        assertThat(approved).exists();
        String stored = Files.readString(approved).strip();
        assertThat(written).isEqualTo(stored);
        Object read = serializer.deserialize(new SimpleSerializedObject<>(stored.getBytes(StandardCharsets.UTF_8), byte[].class, name, null));
        assertThat(read).isEqualTo(event);
    }

    @Test void there_is_a_sample_of_every_event() {
        assertThat(events().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(Contract.EVENTS);
    }

    static Stream<Timescale> timescales() {
        return Samples.TIMESCALES.stream();
    }

    @ParameterizedTest @MethodSource("timescales")
    void every_timescale_is_read_as_written(Timescale timescale) {
        JsonMapper.Builder builder = JsonMapper.builder();
        StoredForm.configure(builder);
        JsonMapper mapper = builder.build();
        String written = mapper.writeValueAsString(timescale);
        assertThat(mapper.readValue(written, Timescale.class)).isEqualTo(timescale);
        assertThat(written).contains("\"printed\":\"" + timescale.printed() + "\"");
    }
}
