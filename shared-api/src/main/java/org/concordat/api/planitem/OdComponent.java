package org.concordat.api.planitem;

/** The five components of organisation development (plan, paragraph 2). */
public enum OdComponent { PURPOSE, PEOPLE, PLACE, SYSTEMS_PROCESSES, PERFORMANCE }
