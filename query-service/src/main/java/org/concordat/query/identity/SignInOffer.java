package org.concordat.query.identity;

import java.util.List;

/** The people the GraphiQL page offers to sign in as; a bean of this type exists in a demonstration only. */
public record SignInOffer(List<String> people) {}
