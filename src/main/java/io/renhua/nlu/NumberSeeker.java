package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.List;

/** Numbers in figures and in words, Chinese and English; the value is in plain digits, a part of a whole as a decimal. */
final class NumberSeeker implements Seeker {
    private final String name;

    NumberSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        return Numbers.RULES.in(letters.folded(), now).stream()
                .map(span -> letters.entity(name, Numeral.plain(span.value()), span.start(), span.end()))
                .toList();
    }
}
