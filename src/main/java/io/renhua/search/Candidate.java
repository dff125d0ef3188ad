package io.renhua.search;

import io.renhua.message.ConversationId;

/**
 * A bubble that fits; whoever looks for it may still be kept from it.
 *
 * @param body its words as they were written; empty where none were looked for
 */
public record Candidate(long seq, ConversationId conversation, String body) {}
