package io.renhua.access;

import java.util.List;

/**
 * A token that somebody wants for a program.
 *
 * @param program as whom it is to be at the desk
 * @param name what consumers and colleagues are to read
 * @param may what it is to be good for, some of {@link #GOOD_FOR}
 * @param by who wants it
 */
public record Wish(String program, String name, List<String> may, String by) {
    /** What a token can be good for; none of them includes another. */
    public static final List<String> GOOD_FOR = List.of("read", "answer", "manage");

    private static final String PROGRAM = "[a-z0-9][a-z0-9-]{1,39}";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_MAKER = 80;

    public Wish {
        may = List.copyOf(may);
        if (!isProgram(program) || !isName(name) || !isGoodFor(may)) {
            throw new IllegalArgumentException("no token can be made for that program, name or use");
        }
        by = by.substring(0, Math.min(by.length(), LONGEST_MAKER));
    }

    public static boolean isProgram(String text) {
        return text.matches(PROGRAM);
    }

    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    /** Whether a token is good for any of it, and for nothing that there is not. */
    public static boolean isGoodFor(List<String> may) {
        return !may.isEmpty() && GOOD_FOR.containsAll(may);
    }
}
