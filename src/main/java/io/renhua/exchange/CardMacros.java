package io.renhua.exchange;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What cards write for names. Any other macro is shown as the text that it is: nothing of a card is ever run. */
final class CardMacros {
    private static final Pattern CHARACTER = Pattern.compile("(?i)\\{\\{\\s*char\\s*}}|<char>|<bot>");
    private static final Pattern THEIRS = Pattern.compile("(?i)(?:\\{\\{\\s*user\\s*}}|<user>)['’]s");
    private static final Pattern USER = Pattern.compile("(?i)\\{\\{\\s*user\\s*}}|<user>");

    private final String nickname;
    private final boolean chinese;

    CardMacros(String nickname, String locale) {
        this.nickname = nickname;
        this.chinese = locale.startsWith("zh");
    }

    /** What the persona says; its nickname may be changed later. */
    String words(String text) {
        var between = CHARACTER.split(named(ForeignText.plain(text)), -1);
        return Arrays.stream(between).map(ForeignText::shown).collect(Collectors.joining("{nickname}"));
    }

    /** What people say, on one line; they say names. */
    String sentence(String text) {
        return ForeignText.sentence(String.join(nickname, CHARACTER.split(named(text), -1)));
    }

    private String named(String text) {
        var theirs = THEIRS.matcher(text).replaceAll(chinese ? "你的" : "your");
        return USER.matcher(theirs).replaceAll(chinese ? "你" : "you");
    }
}
