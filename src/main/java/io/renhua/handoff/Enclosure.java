package io.renhua.handoff;

/**
 * What goes along with the words of a canned reply: a picture of a persona's shelf, a card, or both. Empty is none.
 *
 * @param persona whose shelf the picture is on
 * @param picture its name there
 * @param title of the card, whose text the words then are and whose image the picture
 * @param button what the card's button says
 * @param link where the button leads
 */
public record Enclosure(String persona, String picture, String title, String button, String link) {
    public static final Enclosure NONE = new Enclosure("", "", "", "", "");
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST_BUTTON = 20;
    public static final int LONGEST_LINK = 500;

    public boolean isEmpty() {
        return picture.isEmpty() && title.isEmpty();
    }
}
