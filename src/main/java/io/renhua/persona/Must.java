package io.renhua.persona;

/**
 * What a day that answers a question must be, beyond being one.
 *
 * @param toCome whether it comes after today
 * @param past whether it comes before today
 * @param open whether it must be a day on which somebody is in
 */
public record Must(boolean toCome, boolean past, boolean open) {
    /** Any answer will do. */
    public static final Must NOTHING = new Must(false, false, false);
}
