package world;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something a person says.
 *
 * @param number its own in the whole run; what is said names it as a ticket, and so does the reply
 * @param person who says it, from 1
 * @param words what is said
 */
public record Message(int number, int person, String words) {
    private static final Pattern TICKET = Pattern.compile("K([0-9]{1,9})");

    /** Something that the persona knows. */
    public Message(int number, int person) {
        this(number, person, Brand.words(number));
    }

    /** They want a person. */
    public static Message forPerson(int number, int person) {
        return new Message(number, person, Brand.wantsPerson(number));
    }

    /** The numbers of the messages that some words are about, in their order. */
    public static List<Integer> tickets(String words) {
        return TICKET.matcher(words)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
    }
}
