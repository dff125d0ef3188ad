package io.renhua.journal;

/**
 * A happening with its place in the journal.
 *
 * @param seq rises with every happening of this installation; what pages resume by
 */
public record JournalEntry(long seq, Happening happening) {}
