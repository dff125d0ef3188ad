package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses of mailboxes and pages; the value is what was written, in half width. */
final class AddressSeeker implements Seeker {
    private static final String HOST = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,5}";
    private static final String LOCAL = "[a-z0-9](?:[a-z0-9_%+-]|\\.(?!\\.)){0,63}(?<!\\.)";
    private static final String PATH =
            "(?::\\d{1,5})?(?:[/?#](?:[a-z0-9._~:/?#@!$&'*+,;=%()-]{0,1000}[a-z0-9/_=&%-])?)?";
    private static final String KNOWN = "(?:com|net|org|io|app|shop|store|ly|gg|be|tw|hk|cn|mo|sg|jp|uk)";

    static final Pattern EMAIL = pattern("(?<![a-z0-9._%+@-])" + LOCAL + "@" + HOST + "[a-z]{2,24}(?![a-z0-9@_-])");

    /** A bare host only with one of the usual endings: 'ok.then' is no page. */
    static final Pattern URL =
            pattern("(?<![a-z0-9.@_-])(?:https?://(?:" + HOST + "[a-z]{2,24}|[a-z0-9.-]{1,60})|www\\." + HOST
                    + "[a-z]{2,24}|" + HOST + KNOWN + "(?![a-z0-9@.-][a-z0-9]))" + PATH);

    private final String name;
    private final Pattern pattern;

    AddressSeeker(String name, Pattern pattern) {
        this.name = name;
        this.pattern = pattern;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var found = new ArrayList<Entity>();
        for (var matcher = pattern.matcher(letters.plain()); matcher.find(); ) {
            found.add(letters.entity(name, matcher.group(), matcher.start(), matcher.end()));
        }
        return found;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
