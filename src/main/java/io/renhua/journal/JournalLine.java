package io.renhua.journal;

/**
 * A happening as it is kept.
 *
 * @param seq its place, as in {@link JournalEntry}
 * @param kind the happening's simple name
 * @param happening the happening as JSON
 */
public record JournalLine(long seq, String conversation, String kind, String happening) {}
