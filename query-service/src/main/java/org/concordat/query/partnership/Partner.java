package org.concordat.query.partnership;

import org.concordat.api.Text;
import org.concordat.api.partnership.PartnerId;

public record Partner(PartnerId id, Text name, Act admitted) {}
