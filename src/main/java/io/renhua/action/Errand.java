package io.renhua.action;

import io.renhua.message.ConversationId;
import java.util.Map;

/**
 * An action to be done, once.
 *
 * @param id the same for every try, and for no other errand: what was done under it is not done again
 * @param persona whose script asks for it
 * @param action its name there
 * @param locale the one the person is answered in
 * @param given what the script gives: slots and facts, in the form the script keeps them in
 */
public record Errand(
        String id,
        String persona,
        String action,
        ConversationId conversation,
        String locale,
        Map<String, String> given) {
    public Errand {
        given = Map.copyOf(given);
    }
}
