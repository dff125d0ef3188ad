package io.renhua.exchange;

import io.renhua.text.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes a newcomer of a bot in AIML: a category is a line. What depends on the bot's last words, on a topic, or on what somebody
 * said before is told and not taken.
 *
 * @see <a href="http://www.aiml.foundation/doc.html">AIML</a>
 */
final class AimlReader {
    private static final Set<String> WILD = Set.of("*", "_", "^", "#");

    private final List<Path> files;
    private final String nickname;
    private final Optional<String> locale;
    private final LeftOut leftOut = new LeftOut();
    private final Rulebook rules = new Rulebook(leftOut);

    /**
     * @param nickname what the bot is called, for AIML keeps that elsewhere
     * @param locale what it is written in; empty to tell it by its words
     */
    AimlReader(List<Path> files, String nickname, Optional<String> locale) {
        this.files = files;
        this.nickname = ForeignText.sentence(nickname);
        this.locale = locale;
    }

    Newcomer read() {
        for (var file : files) {
            var aiml = AimlFile.read(file);
            AimlFile.children(aiml, "category").forEach(this::take);
            AimlFile.children(aiml, "topic").forEach(this::topic);
        }
        var written = rules.written(locale);
        return new Newcomer(
                nickname, List.of(written.locale()), Map.of(), written.topics(), Map.of(), leftOut.remarks());
    }

    private void topic(Element topic) {
        var name = topic.getAttribute("name");
        var categories = AimlFile.children(topic, "category");
        if (WILD.contains(name)) {
            categories.forEach(this::take);
        } else {
            categories.forEach(each -> leftOut.add(Wording.of("it is answered within a topic only"), pattern(each)));
        }
    }

    private void take(Element category) {
        var pattern = pattern(category);
        if (AimlFile.children(category, "that").stream()
                .anyMatch(that -> !WILD.contains(that.getTextContent().strip()))) {
            leftOut.add(Wording.of("it is answered only after certain words of the bot"), pattern);
            return;
        }
        if (words(pattern).isEmpty()) {
            leftOut.add(Wording.of("it answers whatever is said (its words may go under small_talk.unknown)"), pattern);
            return;
        }
        var asks = Rulebook.ask(words(pattern), WILD.contains(pattern.split(" ", 2)[0])).stream()
                .toList();
        AimlFile.children(category, "template").forEach(template -> answer(pattern, asks, new AimlTemplate(template)));
    }

    private void answer(String pattern, List<String> asks, AimlTemplate template) {
        var leadsTo = template.leadsTo();
        if (leadsTo.isPresent()) {
            rules.lead(pattern, asks, key(leadsTo.get()));
        } else if (!template.strange().isEmpty()) {
            leftOut.add(
                    Wording.of("only a running bot knows what stands in <%s>", String.join(">, <", template.strange())),
                    pattern);
        } else if (template.says().isEmpty()) {
            leftOut.add(Wording.of("it says nothing"), pattern);
        } else {
            rules.answer(pattern, asks, template.says());
        }
    }

    /** As patterns are compared: in capitals, without what ends a sentence. */
    private static String key(String sentence) {
        return sentence.toUpperCase(Locale.ROOT)
                .replaceAll("[.,!?;:。，！？；：]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String pattern(Element category) {
        return AimlFile.children(category, "pattern").stream()
                .flatMap(AimlFile::nodes)
                .map(this::part)
                .collect(Collectors.collectingAndThen(Collectors.joining(" "), AimlReader::key));
    }

    /** A set of words may be anything, as far as a script goes. */
    private String part(Node node) {
        return switch (AimlFile.name(node)) {
            case "" -> node.getTextContent();
            case "bot" -> nickname;
            default -> "*";
        };
    }

    /** What is said in it, in small letters: AIML writes all of it in capitals. */
    private static String words(String pattern) {
        return Stream.of(pattern.split(" "))
                .filter(word -> !WILD.contains(word))
                .map(word -> word.replaceFirst("^\\$", ""))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\bi\\b", "I");
    }
}
