package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bot of patterns knows, as topics: the words of a pattern are what people ask, and a pattern that only leads to another
 * is one more way of asking that.
 */
final class Rulebook {
    /** Where the bot's own name stands; no text from elsewhere holds it. */
    static final String NICKNAME = "\uE000";

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Lead> leads = new LinkedHashMap<>();
    private final LeftOut leftOut;

    Rulebook(LeftOut leftOut) {
        this.leftOut = leftOut;
    }

    private record Rule(SequencedSet<String> asks, SequencedSet<String> says) {}

    private record Lead(List<String> asks, String to) {}

    /**
     * What people say, of the words of a pattern.
     *
     * @param isOpen whether anything may stand before them: then a single word tells nothing
     */
    static Optional<String> ask(String words, boolean isOpen) {
        var sentence = ForeignText.sentence(words);
        boolean tells = !isOpen
                || sentence.contains(" ")
                || sentence.codePoints().filter(Character::isIdeographic).count() > 1;
        return Optional.of(sentence).filter(each -> tells && each.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /** @param pattern as the bot has it: of two answers to one pattern the bot says either */
    void answer(String pattern, List<String> asks, List<String> says) {
        var rule = rules.computeIfAbsent(pattern, ignored -> new Rule(new LinkedHashSet<>(), new LinkedHashSet<>()));
        rule.asks.addAll(asks);
        rule.says.addAll(says);
    }

    /** @param to the pattern whose answer is given to this one too */
    void lead(String pattern, List<String> asks, String to) {
        leads.put(pattern, new Lead(asks, to));
    }

    /** The topics, in the language that they are written in unless it is given. */
    Written written(Optional<String> given) {
        leads.forEach(this::follow);
        rules.forEach((pattern, rule) -> {
            if (rule.asks.isEmpty()) {
                leftOut.add(Wording.of("its pattern has no words that tell what is asked"), pattern);
            }
        });
        var asked = rules.values().stream()
                .filter(rule -> !rule.asks.isEmpty() && !rule.says.isEmpty())
                .toList();
        if (asked.isEmpty()) {
            throw new CannotTravel(Wording.lines(
                    Wording.of("It is refused: no pattern in it has words and an answer that a script can hold."),
                    leftOut.remarks()));
        }
        var locale = given.map(LocaleTags::tag).orElseGet(() -> LocaleTags.of(words(asked)));
        return new Written(
                locale, asked.stream().map(rule -> topic(rule, locale)).toList());
    }

    /** @param locale of all of them */
    record Written(String locale, List<Topic> topics) {}

    private void follow(String pattern, Lead lead) {
        var rule = end(lead);
        if (rule == null) {
            leftOut.add(Wording.of("what it leads to has no answer that was taken"), pattern);
        } else {
            rule.asks.addAll(lead.asks);
        }
    }

    /** Where it leads in the end; nowhere when that goes round in a circle. */
    private @Nullable Rule end(Lead lead) {
        Set<String> seen = new HashSet<>();
        var to = lead.to;
        while (!rules.containsKey(to) && leads.containsKey(to) && seen.add(to)) {
            to = leads.get(to).to;
        }
        return rules.get(to);
    }

    private static Topic topic(Rule rule, String locale) {
        List<String> asks = new ArrayList<>(rule.asks);
        return new Topic(
                asks.getFirst(),
                Map.of(locale, asks),
                rule.says.stream()
                        .map(said -> Said.of(locale, ForeignText.named(said, NICKNAME)))
                        .toList(),
                Map.of());
    }

    private static String words(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.concat(rule.asks.stream(), rule.says.stream()))
                .collect(Collectors.joining(" "));
    }
}
