package org.concordat.query.api;

import java.util.List;
import org.concordat.query.identity.SignInOffer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the GraphiQL page whom it can sign in as: nobody, outside a demonstration. */
@RestController
class SignInPage {

    private final SignInOffer offer;

    SignInPage(ObjectProvider<SignInOffer> offer) {
        this.offer = offer.getIfAvailable(() -> new SignInOffer(List.of()));
    }

    @GetMapping("/graphiql/people") SignInOffer people() {
        return offer;
    }
}
