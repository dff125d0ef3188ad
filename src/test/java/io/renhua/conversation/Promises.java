package io.renhua.conversation;

import io.renhua.message.ConversationId;
import java.util.List;

/**
 * What was promised in a conversation, to be held against what became of it.
 *
 * @param accepted the messages whose sender was told that they are kept
 * @param agentsWords what agents were told is said
 * @param losses how often whoever worked for it had no chance to note what became of a call in hand
 */
record Promises(ConversationId conversation, List<String> accepted, List<String> agentsWords, int losses) {}
