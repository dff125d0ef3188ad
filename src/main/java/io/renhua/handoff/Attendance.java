package io.renhua.handoff;

/** What says that somebody is at the desk, so that whoever asks for a person can be told that one comes. */
public enum Attendance {
    /** Who has the desk open. */
    BY_PRESENCE,
    /** The hours of the script alone: people are called another way. */
    BY_HOURS
}
