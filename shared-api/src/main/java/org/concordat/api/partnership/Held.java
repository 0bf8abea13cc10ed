package org.concordat.api.partnership;

/** How widely a finding is held among those who were asked. */
public enum Held { ALL, MAJORITY, SIGNIFICANT_MINORITY, SEVERAL, SOME, NOT_STATED }
