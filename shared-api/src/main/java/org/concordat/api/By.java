package org.concordat.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.concordat.api.partnership.AppointmentKind;

/** The appointments that may give a command; the first one the person holds is the one acted in. None: founders only. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface By {
    AppointmentKind[] value();
}
