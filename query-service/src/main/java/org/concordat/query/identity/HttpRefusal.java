package org.concordat.query.identity;

/** What a request is told that no address took, by its status. */
public record HttpRefusal(String code, String sentence) {

    public static HttpRefusal of(int status) {
        return switch (status) {
            case 401 -> new HttpRefusal("UNAUTHENTICATED", "Sign in first: send a bearer token.");
            case 403, 404 -> new HttpRefusal("NOT_FOUND", "There is nothing at this address.");
            case 405 -> badInput("This address does not take that method.");
            case 406 -> badInput("This address does not answer in a form that the request accepts; it answers application/json.");
            case 413, 414, 431 -> new HttpRefusal("TOO_LONG", "The request, its address or one of its headers is too long.");
            case 415 -> badInput("This address does not take that content type; send application/json.");
            case 503 -> new HttpRefusal("INTERNAL", "Concordat cannot answer now. Ask again in a moment.");
            default -> status < 500
                ? badInput("The request could not be read: its address, a header or its body is malformed or too long.")
                : new HttpRefusal("INTERNAL", "Something went wrong here; it is not your fault.");
        };
    }

    private static HttpRefusal badInput(String sentence) {
        return new HttpRefusal("BAD_INPUT", sentence);
    }
}
