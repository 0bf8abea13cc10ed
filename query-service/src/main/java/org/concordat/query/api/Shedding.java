package org.concordat.query.api;

import org.concordat.api.CommonRejection.Overloaded;
import org.concordat.wiring.memory.Pressure;
import org.concordat.wiring.memory.Shed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Refuses new operations while memory is short, by whatever transport they come: questions first, commands last. */
@Component
class Shedding {

    private final Pressure pressure;

    Shedding(ObjectProvider<Pressure> pressure) {
        this.pressure = pressure.getIfAvailable(Pressure::none);
    }

    /** @throws Refused when memory is too short for such an operation */
    void admit(boolean acts) {
        Shed shed = pressure.shed();
        if (acts ? shed.commands() : shed.reads()) throw new Refused(new Overloaded((int) Pressure.AGAIN.toSeconds()));
    }
}
