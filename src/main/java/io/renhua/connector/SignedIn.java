package io.renhua.connector;

import java.util.Locale;

/** What came of reading a token that a site's own server signed. */
public sealed interface SignedIn {

    /** The site says who it is, and nobody else can have said so. */
    record Known(Identity identity) implements SignedIn {}

    /** Nobody is known by it. */
    record Refused(Why why) implements SignedIn {}

    /** Why it is refused: for whoever signs, who must find the mistake. */
    enum Why {
        NOT_SET_UP("signing in is not set up for this page"),
        MALFORMED("this is no JWT, or one of its claims has another type than it should"),
        TOO_LONG("the token is longer than 1024 characters"),
        ALGORITHM("the token must be signed with HS256"),
        SIGNATURE("the signature is none of our secrets'"),
        NO_SUBJECT("the claim sub must be a text of 1 to 200 characters"),
        NO_EXPIRY("the claim exp is missing"),
        EXPIRED("the token has expired"),
        TOO_FAR("the claim exp is more than 24 hours ahead"),
        NOT_YET("the claim nbf is still ahead");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** In one word that programs compare: {@code expired}, {@code signature} … */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String sentence() {
            return sentence;
        }
    }
}
