package io.renhua.nlu;

import io.renhua.text.Han;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Slips of the keyboard, by lot: a Latin letter is left out, doubled by another, taken for another or swapped with the
 * next; a Han character is left out, said twice or taken for another that occurs in the same sentences.
 */
public final class Noise implements UnaryOperator<String> {
    private final double rate;
    private final int[] han;
    private final SplittableRandom random;

    /** @param rate how likely each letter or character is hit, in 0…1 */
    public Noise(double rate, List<String> texts, long seed) {
        this.rate = rate;
        this.han = texts.stream()
                .flatMapToInt(String::codePoints)
                .filter(Han::isHan)
                .toArray();
        this.random = new SplittableRandom(seed);
    }

    /** A sentence of which nothing would be left stays as it is. */
    @Override
    public String apply(String text) {
        var points = text.codePoints().toArray();
        var noisy = new StringBuilder();
        for (int at = 0; at < points.length; at++) {
            boolean hit = random.nextDouble() < rate;
            if (hit && isLatin(points[at])) {
                at += letter(points, at, noisy);
            } else if (hit && Han.isHan(points[at])) {
                character(points[at], noisy);
            } else {
                noisy.appendCodePoint(points[at]);
            }
        }
        return noisy.toString().isBlank() ? text : noisy.toString();
    }

    /** How many letters more than this one are said. */
    private int letter(int[] points, int at, StringBuilder noisy) {
        boolean swappable = at + 1 < points.length && isLatin(points[at + 1]);
        switch (random.nextInt(swappable ? 4 : 3)) {
            case 0 -> {}
            case 1 -> noisy.append(anyLetter());
            case 2 -> noisy.appendCodePoint(points[at]).append(anyLetter());
            default -> {
                noisy.appendCodePoint(points[at + 1]).appendCodePoint(points[at]);
                return 1;
            }
        }
        return 0;
    }

    private void character(int character, StringBuilder noisy) {
        switch (random.nextInt(3)) {
            case 0 -> {}
            case 1 -> noisy.appendCodePoint(han[random.nextInt(han.length)]);
            default -> noisy.appendCodePoint(character).appendCodePoint(character);
        }
    }

    private char anyLetter() {
        return (char) ('a' + random.nextInt(26));
    }

    private static boolean isLatin(int point) {
        return Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
    }
}
