package org.concordat.query.ledger;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.concordat.api.Contract;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** A serializer for tests of this package alone: logical names, and tokens that can be read back. */
final class LogicalNames extends Jackson3Serializer {

    LogicalNames() {
        super(builder().jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(
                BasicPolymorphicTypeValidator.builder().allowIfSubType("org.axonframework.").build())));
    }

    @Override public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        return Contract.EVENTS.contains(type) ? new SimpleSerializedType(Contract.nameOf(type), null)
                : super.typeForClass(type);
    }

    @Override protected String resolveClassName(SerializedType type) {
        Class<?> known = Contract.named(type.getName());
        return known == null ? super.resolveClassName(type) : known.getName();
    }
}
