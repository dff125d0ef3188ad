package io.renhua.nlu;

import com.google.re2j.Pattern;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Telephone numbers as people write them, all countries; the value is the digits, with the plus if there is one. */
final class PhoneSeeker implements Seeker {
    private static final Pattern WRITTEN = Pattern.compile("(?:\\+|\\(\\+?)?\\d(?:[ .()-]{0,2}\\d){6,14}");
    private static final Pattern DAY = Pattern.compile("\\d{4}[-.]\\d{1,2}[-.]\\d{1,2}");
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    private final String name;

    PhoneSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var found = new ArrayList<Entity>();
        var matcher = WRITTEN.matcher(letters.plain());
        while (matcher.find()) {
            var digits = matcher.group().replaceAll("\\D", "");
            if (!DAY.matches(matcher.group())
                    && digits.length() >= SHORTEST
                    && digits.length() <= LONGEST
                    && Letters.isBorder(letters.plain(), matcher.start())
                    && Letters.isBorder(letters.plain(), matcher.end())) {
                var value = matcher.group().contains("+") ? "+" + digits : digits;
                found.add(new Entity(name, value, matcher.start(), matcher.end()));
            }
        }
        return found;
    }
}
