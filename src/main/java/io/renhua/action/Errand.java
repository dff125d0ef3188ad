package io.renhua.action;

import io.renhua.message.ConversationId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action to be done, once.
 *
 * @param id the same for every try, and for no other errand: what was done under it is not done again
 * @param persona whose script asks for it
 * @param action its name there
 * @param locale the one the person is answered in
 * @param given what the script gives: slots and facts, in the form the script keeps them in
 * @param numbers those of them that the script agreed to give as numbers
 * @param unfit what is wrong with what is given, a sentence; null where it is as agreed
 */
public record Errand(
        String id,
        String persona,
        String action,
        ConversationId conversation,
        String locale,
        Map<String, String> given,
        Set<String> numbers,
        @Nullable String unfit) {
    public Errand {
        given = Map.copyOf(given);
        numbers = numbers == null ? Set.of() : Set.copyOf(numbers); // what was kept before there were numbers has none
    }

    /** All of it words, as agreed. */
    public Errand(
            String id,
            String persona,
            String action,
            ConversationId conversation,
            String locale,
            Map<String, String> given) {
        this(id, persona, action, conversation, locale, given, Set.of(), null);
    }
}
