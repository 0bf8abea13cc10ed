package org.concordat.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.concordat.api.CommonRejection.MovedOn;
import org.concordat.api.Contract;
import org.concordat.api.Receipt;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.PartnerAdmitted;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.planitem.Lead;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogicalNameSerializerTest {

    record Everything(long far, Long boxed, BigDecimal money, LocalDate day, YearMonth month, Instant at, ZoneId zone,
                      @Nullable String note, Lead lead) {}

    private final LogicalNameSerializer serializer = new LogicalNameSerializer();

    @Test void an_event_is_stored_under_its_logical_name_in_record_order() {
        var event = new PartnerAdmitted(new PartnershipId("partnership-mash"), new PartnerId("partner-mash.police"),
                new Text("Police"));
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("partnership.PartnerAdmitted");
        assertThat(new String(stored.getData(), UTF_8)).isEqualTo(
                "{\"partnershipId\":\"partnership-mash\",\"partner\":\"partner-mash.police\",\"name\":\"Police\"}");
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(event);
    }

    @Test void every_type_of_the_contract_is_found_by_its_name() {
        assertThat(Contract.EVENTS).isNotEmpty().allSatisfy(this::comesBack);
        assertThat(Contract.COMMANDS).isNotEmpty().allSatisfy(this::comesBack);
        assertThat(Contract.REJECTIONS).isNotEmpty().allSatisfy(this::comesBack);
    }

    private void comesBack(Class<?> type) {
        assertThat(serializer.typeForClass(type).getName()).isEqualTo(Contract.nameOf(type));
        assertThat(serializer.classForType(serializer.typeForClass(type))).isEqualTo(type);
    }

    @Test void a_type_outside_the_lists_keeps_its_java_name() {
        assertThat(serializer.typeForClass(Receipt.class).getName()).isEqualTo(Receipt.class.getName());
        assertThat(serializer.classForType(serializer.typeForClass(Receipt.class))).isEqualTo(Receipt.class);
    }

    @Test void an_unknown_name_is_an_unknown_type_and_loads_nothing() {
        Object read = serializer.deserialize(json("planitem.LeadBeamedUp", "{}"));
        assertThat(read).isInstanceOf(UnknownSerializedType.class);
        Object foreign = serializer.deserialize(json("tools.jackson.databind.JsonNode", "{}"));
        assertThat(foreign).isInstanceOf(UnknownSerializedType.class);
    }

    @Test void numbers_that_a_double_would_bend_are_strings_and_nothing_is_written_for_null() {
        var all = new Everything(Long.MAX_VALUE, 7L, new BigDecimal("10.50"), LocalDate.of(2013, 1, 31),
                YearMonth.of(2013, 2), Instant.parse("2013-01-31T10:00:00.123Z"), ZoneId.of("Europe/London"), null,
                new Lead.Post(new Text("OD"), null));
        SerializedObject<String> stored = serializer.serialize(all, String.class);
        assertThat(stored.getData()).isEqualTo("{\"far\":\"9223372036854775807\",\"boxed\":\"7\",\"money\":\"10.50\","
                + "\"day\":\"2013-01-31\",\"month\":\"2013-02\",\"at\":\"2013-01-31T10:00:00.123Z\","
                + "\"zone\":\"Europe/London\",\"lead\":{\"post\":{\"title\":\"OD\"}}}");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(all);
    }

    @Test void what_is_too_much_or_missing_is_not_guessed() {
        String whole = "\"id\":\"item-mash.x\",\"expected\":\"1\",\"actual\":\"2\"";
        assertThat(serializer.<String, Object>deserialize(json("common.MovedOn", "{" + whole + "}")))
                .isEqualTo(new MovedOn("item-mash.x", 1, 2));
        for (String bad : new String[] {"{" + whole + ",\"more\":1}", "{\"expected\":\"1\",\"actual\":\"2\"}",
                "{\"id\":\"item-mash.x\",\"actual\":\"2\"}", "{" + whole}) {
            assertThatThrownBy(() -> serializer.<String, Object>deserialize(json("common.MovedOn", bad)))
                    .as(bad).isInstanceOf(UnreadableRecord.class);
        }
    }

    @Test void tokens_come_back_also_those_of_a_replay() {
        TrackingToken replay = ReplayToken.createReplayToken(
                new GlobalSequenceTrackingToken(41), new GlobalSequenceTrackingToken(0));
        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(replay, byte[].class))).isEqualTo(replay);
        var plain = new GlobalSequenceTrackingToken(Long.MAX_VALUE);
        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(plain, byte[].class))).isEqualTo(plain);
    }

    @Test void metadata_comes_back() {
        MetaData metadata = MetaData.with("person", "person-1").and("salt", "00");
        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(metadata, byte[].class)))
                .isEqualTo(metadata);
    }

    private static SerializedObject<String> json(String type, String data) {
        return new SimpleSerializedObject<>(data, String.class, type, null);
    }
}
