package io.renhua.publishing;

import java.time.Instant;

/**
 * That a version was published.
 *
 * @param number in the order in which it was asked for
 * @param persona such as {@code pao}
 * @param address of what speaks: see {@link io.renhua.bundle.Fingerprint}
 * @param label what the script calls this version; may be empty
 * @param audience to whom
 * @param who asked for it
 * @param why in their words
 * @param at when they asked
 * @param begins when it begins to speak
 * @param draft whether it is what the files held then; else an older version was taken back
 */
public record Publication(
        long number,
        String persona,
        String address,
        String label,
        Audience audience,
        String who,
        String why,
        Instant at,
        Instant begins,
        boolean draft) {
    /** Who publishes what is saved without mistakes. */
    public static final String FILES = "the files";

    private static final int SHORT = 12;
    private static final String MARK = "@";

    /** What a version is called where it speaks: what its script calls it, and enough of its address. */
    public static String name(String label, String address) {
        return label + MARK + brief(address);
    }

    /** The script's own part of such a name. */
    public static String label(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf(MARK)));
    }

    /** The beginning of the address in such a name; empty where it has none, as what was never published. */
    public static String address(String name) {
        int mark = name.lastIndexOf(MARK);
        return mark < 0 ? "" : name.substring(mark + 1);
    }

    /** Whether a version that speaks under a name is this one. */
    public boolean isCalled(String name) {
        return kept().isCalled(name);
    }

    public Kept kept() {
        return new Kept(persona, address, label);
    }

    /** Enough of an address to name a version. */
    public static String brief(String address) {
        return address.substring(0, Math.min(SHORT, address.length()));
    }

    public String brief() {
        return brief(address);
    }

    /** Whether it speaks in talks that go on as well: what was taken back, for the other was wrong. */
    public boolean overtakes() {
        return !draft;
    }

    boolean isForEverybody() {
        return audience instanceof Audience.Everybody;
    }
}
