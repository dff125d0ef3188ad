package world;

import java.util.List;

/**
 * What we send a platform: words for a person.
 *
 * @param to the person who will read it
 * @param key by which the platform knows a second try, or empty where it has no such thing
 * @param isReply whether the key is a reply token rather than a retry key
 * @param tickets the messages that the words answer
 * @param allowed false where the call breaks the platform's own rules
 */
public record Call(int to, String key, boolean isReply, List<Integer> tickets, boolean allowed) {
    public Call {
        tickets = List.copyOf(tickets);
    }
}
