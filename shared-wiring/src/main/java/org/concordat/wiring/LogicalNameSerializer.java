package org.concordat.wiring;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.concordat.api.Contract;

/**
 * Writes everything of the contract under its stable logical name ({@code planitem.LeadAccepted}), so that code may
 * move while what is stored stays. A name this version does not know is read as {@link UnknownSerializedType}.
 */
public final class LogicalNameSerializer extends Jackson3Serializer {

    private static final String OURS = "org.concordat.";

    public LogicalNameSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StoredForm::configure));
    }

    @Override public SerializedType typeForClass(Class type) {
        SerializedType java = super.typeForClass(type);
        if (type == null || !type.getName().startsWith(OURS + "api.")) return java;
        String name = Contract.nameOf(type);
        return Contract.named(name) == type ? new SimpleSerializedType(name, java.getRevision()) : java;
    }

    @Override public Class<?> classForType(SerializedType type) {
        Class<?> known = Contract.named(type.getName());
        if (known != null) return known;
        return SerializedType.emptyType().equals(type) || loadable(type.getName())
                ? super.classForType(type) : UnknownSerializedType.class;
    }

    @Override protected String resolveClassName(SerializedType type) {
        Class<?> known = Contract.named(type.getName());
        return known == null ? super.resolveClassName(type) : known.getName();
    }

    @Override public <S, T> T deserialize(SerializedObject<S> stored) {
        try {
            return super.deserialize(stored);
        } catch (SerializationException e) {
            throw new UnreadableRecord(stored.getType().getName(), e);
        }
    }

    /** What arrives as data never names a class outside these packages. */
    private static boolean loadable(String name) {
        return name.startsWith(OURS) || name.startsWith("org.axonframework.") || name.startsWith("java.")
                || name.startsWith("[") || !name.contains(".");
    }
}
