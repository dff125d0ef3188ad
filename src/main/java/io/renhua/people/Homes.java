package io.renhua.people;

/** Where the brand that speaks on a channel is at home: what a phone number without its country belongs to. */
@FunctionalInterface
public interface Homes {
    /** Nobody says. */
    Homes UNKNOWN = channel -> "";

    /** A region such as {@code TW}; empty where nobody says. */
    String of(String channel);
}
