package io.renhua.publishing;

import java.net.URI;

/**
 * How versions are published here.
 *
 * @param reviewed whether somebody else has to approve what is to speak
 * @param address how we are reached from outside; links begin with it
 */
public record Terms(boolean reviewed, URI address) {
    /** Whoever publishes needs nobody else. */
    public static final Terms USUAL = new Terms(false, URI.create("http://localhost:8080"));
}
