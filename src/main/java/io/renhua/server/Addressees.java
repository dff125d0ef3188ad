package io.renhua.server;

import java.util.Locale;
import java.util.regex.Pattern;

/** Finds whom a note for colleagues names: {@code @lin}, {@code @Lin}, {@code @小林}. */
final class Addressees {
    /** What goes on with a word in scripts that leave a space between words; Han does not. */
    private static final String GOES_ON = "(?![\\p{L}\\p{N}&&[^\\p{IsHan}]]|[._-][\\p{L}\\p{N}&&[^\\p{IsHan}]])";

    private Addressees() {}

    static boolean include(String note, String login, String name) {
        return note.contains("@") && (names(note, login) || names(note, name));
    }

    private static boolean names(String note, String who) {
        return Pattern.compile("@" + Pattern.quote(who.toLowerCase(Locale.ROOT)) + GOES_ON)
                .matcher(note.toLowerCase(Locale.ROOT))
                .find();
    }
}
