package io.renhua.persona;

import java.util.List;

/** Every text of a script that is in several languages, or should be. */
public record Phrases(Locales locales, List<Phrase> all) {
    public static final Phrases NONE = new Phrases(new Locales("", List.of()), List.of());

    public Phrases {
        all = List.copyOf(all);
    }
}
