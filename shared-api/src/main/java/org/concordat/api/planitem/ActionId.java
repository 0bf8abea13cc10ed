package org.concordat.api.planitem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.concordat.api.Ids;

/** Id of an action, which names its item: {@code action-mash.leadership.A06}. */
public record ActionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActionId {
        Ids.checked("action", 2, value);
    }

    public ItemId itemId() {
        return new ItemId("item-" + value.substring("action-".length(), value.lastIndexOf(".")));
    }

    @Override public String toString() {
        return value;
    }
}
