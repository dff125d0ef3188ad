package io.renhua.text;

import java.util.Optional;

/** Tells the three languages we write in apart: {@code zh-Hant}, {@code zh-Hans}, {@code en}. */
public final class Language {
    private Language() {}

    /** The language of a text, as far as it shows; empty where it does not, as in '好' or '123'. */
    public static Optional<String> of(String text) {
        int traditional = 0;
        int simplified = 0;
        int han = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Han.isHan(c)) {
                han++;
                traditional += Han.simplified(c) == c ? 0 : 1;
                simplified += Han.traditional(String.valueOf(c)).charAt(0) == c ? 0 : 1;
            } else if (c < 128 && Character.isLetter(c)) {
                latin++;
            }
        }
        if (han > 0 && traditional != simplified) {
            return Optional.of(traditional > simplified ? "zh-Hant" : "zh-Hans");
        }
        return han == 0 && latin > 1 ? Optional.of("en") : Optional.empty();
    }
}
