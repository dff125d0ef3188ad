package io.renhua.server;

import org.jspecify.annotations.Nullable;

/**
 * What goes along with a reply, as a page tells it.
 *
 * @param picture its name on the shelf of the persona that speaks there
 * @param title of a card, whose text the reply is
 * @param button what the card's button says
 * @param link where the button leads
 */
record Enclosed(
        @Nullable String picture,
        @Nullable String title,
        @Nullable String button,
        @Nullable String link) {
    String pictureName() {
        return filled(picture);
    }

    String cardTitle() {
        return filled(title);
    }

    String buttonWords() {
        return filled(button);
    }

    String address() {
        return filled(link);
    }

    private static String filled(@Nullable String told) {
        return told == null ? "" : told.strip();
    }
}
