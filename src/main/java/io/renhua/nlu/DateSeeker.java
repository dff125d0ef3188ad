package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days and times of day; the value is an ISO date, with the local time where one is said: 2026-11-23T15:00. Words that
 * stand together say one thing: a day, a part of it, an hour.
 */
final class DateSeeker implements Seeker {
    private static final Rules<Almanac, Moment> RULES = Rules.where(ChineseMoments.NEEDED, ChineseMoments.rules())
            .or(EnglishMoments.NEEDED, EnglishMoments.rules())
            .or("\\d", WrittenMoments.figures())
            .or("[节诞夜元年]|christmas|xmas|year|valentine|halloween|may day", WrittenMoments.named());

    private static final Pattern JOINT = Pattern.compile(
            "[ ,的嘅在于是()]{0,3}(?:(?:sharp|exactly|at|on|in|by|around|about|before|after|from|t|@) ?){0,2}");

    private final String name;

    DateSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var text = letters.folded();
        var almanac = new Almanac(now, Leaning.of(text));
        return together(text, RULES.in(text, almanac)).stream()
                .flatMap(span -> entity(letters, span, almanac))
                .toList();
    }

    private Stream<Entity> entity(Letters letters, Span<Moment> span, Almanac almanac) {
        return span.value().value(almanac).stream().map(value -> letters.entity(name, value, span.start(), span.end()));
    }

    private static List<Span<Moment>> together(String text, List<Span<Moment>> moments) {
        var joined = new ArrayList<Span<Moment>>();
        for (var next : moments) {
            var both = joined.isEmpty()
                    ? Optional.<Moment>empty()
                    : joined.getLast().value().and(next.value()).filter(it -> touch(text, joined.getLast(), next));
            if (both.isPresent()) {
                var last = joined.removeLast();
                joined.add(new Span<>(both.get(), last.start(), next.end()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static boolean touch(String text, Span<?> first, Span<?> second) {
        return JOINT.matcher(text.substring(first.end(), second.start())).matches();
    }
}
