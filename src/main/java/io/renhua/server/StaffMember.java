package io.renhua.server;

import java.time.Instant;

/**
 * Somebody who works here.
 *
 * @param login what they sign in with
 * @param name what consumers and colleagues read
 * @param epoch rises when every session begun before has to end
 */
record StaffMember(String login, String name, StaffRole role, long epoch, boolean disabled, Instant created) {}
