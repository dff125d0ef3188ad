package io.renhua.bundle;

import io.renhua.text.Wording;

/** What a zip may hold that comes in. */
public enum Contents {
    PERSONA("persona.yaml", "a persona") {
        @Override
        public boolean holds(String path) {
            return Belongings.holds(path);
        }

        @Override
        boolean holdsFolder(String path) {
            return Belongings.holdsFolder(path);
        }
    },

    /** A CHARX file: whatever its card names, and what applications put beside it. */
    CHARACTER_CARD("card.json", "a character card") {
        @Override
        public boolean holds(String path) {
            return Belongings.isHarmless(path);
        }

        @Override
        boolean holdsFolder(String path) {
            return Belongings.isHarmless(path);
        }
    };

    private final String root;
    private final String whose;

    Contents(String root, String whose) {
        this.root = root;
        this.whose = whose;
    }

    /** The file at the root without which it is none. */
    String root() {
        return root;
    }

    /** Whether a path, with {@code /} between its names, is one of its files. */
    public abstract boolean holds(String path);

    abstract boolean holdsFolder(String path);

    /** What its files belong to. */
    Wording whose() {
        return Wording.of(whose);
    }
}
