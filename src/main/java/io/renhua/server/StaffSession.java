package io.renhua.server;

import java.time.Instant;

/**
 * Somebody's stay at the desk.
 *
 * @param id made anew at each sign-in; forms are bound to it
 * @param begun when they signed in
 * @param issued when they were last seen doing something
 */
record StaffSession(String id, StaffMember member, Instant begun, Instant issued) {

    /** Under which attribute requests carry it. */
    static final String ATTRIBUTE = "staff";
}
