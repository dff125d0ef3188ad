package io.renhua.nlu;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;

/** Numbers in figures and in words, Chinese and English; the value is in plain digits, a part of a whole as a decimal. */
final class NumberSeeker implements Seeker {
    private static final Rules<ZonedDateTime, BigDecimal> RULES = Numbers.rules();

    private final String name;

    NumberSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        return RULES.in(letters.folded(), now).stream()
                .map(span -> letters.entity(name, Numeral.plain(span.value()), span.start(), span.end()))
                .toList();
    }
}
