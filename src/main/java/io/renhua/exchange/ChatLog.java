package io.renhua.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who said what, as messengers write it into a file: the exports of WhatsApp and LINE, and {@code Name: words} line by line.
 *
 * @param bubbles in their order; one without words parts what does not follow each other
 */
record ChatLog(List<Bubble> bubbles) {
    private static final String NAME = "([^:：\\t\\[\\]]{1,60}?)";

    /** Day, hour and name before the words; each a form of its own. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\[?\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}[,，]? [^\\]]{4,16}?(?:]| -) " + NAME + ": (.*)"),
            Pattern.compile("(?:[上下]午|凌晨|早上|中午|晚上)?\\d{1,2}:\\d{2}(?: ?[AaPp][Mm])?\\t" + NAME + "\\t(.*)"),
            Pattern.compile("(?!https?:)([^:：\\t\\[\\],，;；\"]{1,40}?)[:：]\\s*(\\S.*)"));

    private static final Pattern DAY = Pattern.compile("\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}(?:\\D.{0,12})?");

    /** What stands for a picture or a sticker. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "(?i)<[^<>]*(?:omitted|省略)[^<>]*>|\\[(?:貼圖|照片|影片|語音訊息|檔案|贴图|图片|sticker|photo|video|audio|file)]|.*已收回訊息.*");

    /** @param by the name as it stands there */
    record Bubble(String by, String words) {
        static final Bubble PAUSE = new Bubble("", "");
    }

    /** The log, where at least half of a text's lines tell who said them and more than one person did. */
    static Optional<ChatLog> in(String text) {
        var lines = ForeignText.kept(text)
                .replaceAll("[\\u200e\\u200f\\u202a-\\u202e]", "")
                .replace('\u202f', ' ')
                .lines()
                .map(String::strip)
                .toList();
        long worded = lines.stream().filter(line -> !line.isEmpty()).count();
        return FORMS.stream()
                .filter(form -> 2
                                * lines.stream()
                                        .filter(line -> form.matcher(line).matches())
                                        .count()
                        >= worded)
                .map(form -> new ChatLog(bubbles(lines, form)))
                .filter(log -> log.names().size() > 1)
                .findFirst();
    }

    SequencedSet<String> names() {
        return bubbles.stream()
                .map(Bubble::by)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Bubble> bubbles(List<String> lines, Pattern form) {
        var bubbles = new ArrayList<Bubble>(List.of(Bubble.PAUSE));
        for (var line : lines) {
            var said = form.matcher(line);
            var last = bubbles.getLast();
            if (line.isEmpty() || DAY.matcher(line).matches()) {
                bubbles.add(Bubble.PAUSE);
            } else if (said.matches()) {
                bubbles.add(new Bubble(said.group(1).strip(), words(said.group(2))));
            } else if (!last.by.isEmpty()) {
                bubbles.set(
                        bubbles.size() - 1,
                        new Bubble(
                                last.by,
                                Stream.of(last.words, line)
                                        .filter(each -> !each.isEmpty())
                                        .collect(Collectors.joining("\n"))));
            }
        }
        return List.copyOf(bubbles);
    }

    private static String words(String said) {
        return NO_WORDS.matcher(said.strip()).matches() ? "" : said.strip();
    }
}
