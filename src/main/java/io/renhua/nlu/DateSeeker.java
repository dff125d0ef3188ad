package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.List;

/** Days and times of day; the value is an ISO date, with the time where one is said. */
final class DateSeeker implements Seeker {
    private final PatternSeeker iso;

    DateSeeker(String name) {
        this.iso = new PatternSeeker(name, "\\d{4}-\\d\\d-\\d\\d");
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        return iso.seek(letters, now);
    }
}
