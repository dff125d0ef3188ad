package io.renhua.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Traditional and simplified Chinese characters, by ICU's tables. They stand in {@code han.txt}: asking ICU for each of
 * them takes a second of every start. HanTest holds the file equal to ICU, and makes it.
 */
public final class Han {
    private static final char[] SIMPLIFIED = itself();
    private static final char[] TRADITIONAL = itself();

    static {
        read();
    }

    private Han() {}

    /** Every traditional character of the basic plane replaced by its simplified one. */
    public static String simplified(String text) {
        return mapped(text, SIMPLIFIED);
    }

    /** Every simplified character of the basic plane replaced by its usual traditional one; a first draft only. */
    public static String traditional(String text) {
        return mapped(text, TRADITIONAL);
    }

    /** The same for one character of the basic plane. */
    public static char simplified(char character) {
        return SIMPLIFIED[character];
    }

    /** The same for one character of the basic plane. */
    public static char traditional(char character) {
        return TRADITIONAL[character];
    }

    public static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private static String mapped(String text, char[] table) {
        var characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = table[characters[i]];
        }
        return new String(characters);
    }

    private static char[] itself() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        return table;
    }

    /** Pairs, the traditional character first; the sign before them says which way they go: {@code =}, {@code >} or {@code <}. */
    private static void read() {
        try (var in = Objects.requireNonNull(Han.class.getResourceAsStream("han.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(Han::readLine);
        } catch (IOException e) {
            throw new UncheckedIOException("reading our own han.txt", e);
        }
    }

    private static void readLine(String line) {
        char way = line.charAt(0);
        for (int i = 1; i + 1 < line.length() && way != '#'; i += 2) {
            char traditional = line.charAt(i);
            char simplified = line.charAt(i + 1);
            SIMPLIFIED[traditional] = way == '<' ? SIMPLIFIED[traditional] : simplified;
            TRADITIONAL[simplified] = way == '>' ? TRADITIONAL[simplified] : traditional;
        }
    }
}
