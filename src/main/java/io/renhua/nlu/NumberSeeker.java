package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.List;

/** Numbers in digits and in words, Chinese and English; the value is in digits. */
final class NumberSeeker implements Seeker {
    private final PatternSeeker digits;

    NumberSeeker(String name) {
        this.digits = new PatternSeeker(name, "\\d+(?:\\.\\d+)?");
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        return digits.seek(letters, now);
    }
}
