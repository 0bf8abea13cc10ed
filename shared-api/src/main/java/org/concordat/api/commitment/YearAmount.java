package org.concordat.api.commitment;

import java.math.BigDecimal;

/** What is committed for one finance year: zero is an answer, blank is none. */
public record YearAmount(FinanceYear year, BigDecimal amount) {}
