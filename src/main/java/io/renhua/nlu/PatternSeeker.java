package io.renhua.nlu;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** By an operator's pattern, on an engine whose time grows with the text and never explodes. */
final class PatternSeeker implements Seeker {
    static final String EMAIL = "[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_])?@(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,24}";
    static final String URL = "(?:https?://[a-z0-9-]+|www\\.[a-z0-9-]+)(?:\\.[a-z0-9-]+)*(?::\\d{1,5})?"
            + "(?:[/?#](?:[a-z0-9._~:/?#@!$&'*+,;=%-]*[a-z0-9/_=-])?)?";

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
        var matcher = pattern.matcher(letters.plain());
        while (matcher.find()) {
            if (matcher.end() > matcher.start()
                    && Letters.isBorder(letters.plain(), matcher.start())
                    && Letters.isBorder(letters.plain(), matcher.end())) {
                found.add(new Entity(name, matcher.group(), matcher.start(), matcher.end()));
            }
        }
        return found;
    }
}
