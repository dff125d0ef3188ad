package io.renhua.hook;

import io.renhua.journal.JournalEntry;

/**
 * Something that others are told of.
 *
 * @param part 0 for what comes before the happening itself, 1 for the happening
 * @param entry what it is told from
 */
public record Event(EventType type, int part, JournalEntry entry) {

    /** The same at every try and every replay, and of no other event of this installation. */
    public String id() {
        return idOf(entry.seq(), part);
    }

    static String idOf(long seq, int part) {
        return "evt_" + seq + "_" + part;
    }

    public String conversation() {
        return entry.happening().conversation().toString();
    }
}
