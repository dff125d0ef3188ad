package io.renhua.persona;

/** The beginning of a text that somebody else wrote, short enough to be told. */
final class Extract {
    private static final int LONGEST = 400;

    private Extract() {}

    static String of(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
