package io.renhua.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How the usual simplified characters sound in Mandarin, without tones, by ICU's tables: who types by sound slips by sound.
 * They stand in {@code pinyin.txt}; PinyinTest holds the file equal to ICU, and makes it.
 */
public final class Pinyin {
    private static final short[] SYLLABLES = read();

    private Pinyin() {}

    /** A number that characters of one sound share; 0 for what is no usual character. */
    public static int syllable(int codePoint) {
        return codePoint < SYLLABLES.length ? SYLLABLES[codePoint] : 0;
    }

    /** A syllable and its characters in each line. */
    private static short[] read() {
        var syllables = new short[Character.MAX_VALUE + 1];
        try (var in = Objects.requireNonNull(Pinyin.class.getResourceAsStream("pinyin.txt"))) {
            short number = 0;
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("#")) {
                    continue;
                }
                number++;
                for (int c : line.substring(line.indexOf(' ') + 1).toCharArray()) {
                    syllables[c] = number;
                }
            }
            return syllables;
        } catch (IOException e) {
            throw new UncheckedIOException("reading our own pinyin.txt", e);
        }
    }
}
