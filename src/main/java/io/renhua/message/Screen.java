package io.renhua.message;

/**
 * The screen of a phone as people of a channel have it, by an estimate: what a reply fills is counted in these.
 *
 * @param characters how many stand on one line
 * @param lines how many stand on one screen
 */
public record Screen(int characters, int lines) {
    public static final Screen USUAL = new Screen(16, 18);
}
