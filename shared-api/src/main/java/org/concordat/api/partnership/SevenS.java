package org.concordat.api.partnership;

/** The seven headings under which the findings stand. */
public enum SevenS { STRATEGY, SHARED_VALUES, STYLE, STRUCTURE, SYSTEMS, STAFF, SKILLS }
