package io.renhua.connector.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's way of writing: three characters escaped, and names and links in angle brackets. See <a
 * href="https://docs.slack.dev/messaging/formatting-message-text">Slack's page</a>.
 */
final class SlackText {
    private static final Pattern BRACKETS = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

    private SlackText() {}

    /** As people see it. */
    static String decoded(String text) {
        return BRACKETS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(seen(found)))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static String seen(MatchResult brackets) {
        var target = brackets.group(1);
        var label = brackets.group(2);
        var shown = label == null || label.isEmpty() ? target : label;
        return switch (target.isEmpty() ? ' ' : target.charAt(0)) {
            case '@', '#', '!' -> sign(target.charAt(0)) + shown.replaceFirst("^[@#!]", "");
            default -> shown;
        };
    }

    private static String sign(char kind) {
        return kind == '#' ? "#" : "@";
    }

    /** With what Slack would read as its own signs made harmless. */
    static String encoded(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
