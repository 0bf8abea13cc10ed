package org.concordat.query.imports;

import java.util.List;

/** What reading a file gives: the plan, or everything that is wrong with it. */
public sealed interface Reading {

    record Good(PlanFile plan) implements Reading {}

    record Bad(List<Problem> problems) implements Reading {}
}
