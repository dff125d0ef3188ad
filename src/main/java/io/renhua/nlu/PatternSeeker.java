package io.renhua.nlu;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** By an operator's pattern, on an engine whose time grows with the text and never explodes. */
final class PatternSeeker implements Seeker {
    private static final int LONGEST = 500;

    private final String name;
    private final Pattern pattern;

    PatternSeeker(String name, String regex) {
        if (regex.length() > LONGEST) {
            throw new IllegalArgumentException("pattern of " + name + " is longer than " + LONGEST);
        }
        try {
            this.name = name;
            this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("pattern of " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var found = new ArrayList<Entity>();
        var text = letters.plain();
        for (var matcher = pattern.matcher(text); matcher.find(); ) {
            if (matcher.end() > matcher.start()
                    && Letters.isBorder(text, matcher.start())
                    && Letters.isBorder(text, matcher.end())) {
                found.add(letters.entity(name, matcher.group(), matcher.start(), matcher.end()));
            }
        }
        return found;
    }
}
