package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.persona.Persona;
import io.renhua.persona.ScriptTest;
import io.renhua.persona.Variant;
import io.renhua.text.Measure;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came back for one message, held against what a script's author expects of it. */
record Reply(Persona persona, List<Move> moves, Optional<String> intent) {

    /** The expectations that are not met, in words. */
    Optional<Wording> missing(ScriptTest.We we) {
        var text = text();
        var missing = new ArrayList<Wording>();
        demand(missing, we.line() == null || answers(we.line()), "the line %s", we.line());
        demand(missing, we.asks() == null || asks(we.asks()), "a question for %s", we.asks());
        demand(missing, we.say() == null || says(we.say()), "the words of %s", we.say());
        we.contains().forEach(part -> demand(missing, holds(text, part), "words with '%s'", part));
        we.not().forEach(part -> demand(missing, !holds(text, part), "words without '%s'", part));
        demand(
                missing,
                we.max() == null || Measure.graphemes(text) <= we.max(),
                "at most %s characters, not %s",
                we.max(),
                Measure.graphemes(text));
        demand(
                missing,
                we.emoji() == null || Measure.emoji(text) == we.emoji(),
                "%s emoji, not %s",
                we.emoji(),
                Measure.emoji(text));
        demand(
                missing,
                we.exclaim() == null || exclaims(text) == we.exclaim(),
                "%s exclamation marks, not %s",
                we.exclaim(),
                exclaims(text));
        demand(
                missing,
                we.humour() == null || humour() <= we.humour(),
                "humour up to %s, not %s",
                we.humour(),
                humour());
        demand(missing, we.mood() == null || moods().contains(we.mood()), "the mood %s", we.mood());
        return missing.isEmpty() ? Optional.empty() : Optional.of(Wording.joined("%s, and %s", missing));
    }

    /** What was said instead, each with its place in the script. */
    Wording said() {
        var words = says().map(say -> Wording.of("%s said '%s'", say.source(), text(say)))
                .toList();
        return words.isEmpty() ? Wording.of("nothing was said") : Wording.joined("%s and %s", words);
    }

    private static void demand(List<Wording> missing, boolean met, String format, @Nullable Object... values) {
        if (!met) {
            missing.add(expectation(format, values));
        }
    }

    static Wording expectation(String format, @Nullable Object... values) {
        return Wording.of(format, Stream.of(values).map(String::valueOf).toArray());
    }

    private boolean answers(String line) {
        return intent.filter(each -> named(each, line)).isPresent()
                || says().anyMatch(say -> named(say.source(), line));
    }

    /** A script may leave out where a line stands: {@code crisis} for {@code sensitive.crisis}. */
    private static boolean named(String id, String name) {
        return id.equals(name) || id.endsWith("." + name);
    }

    private boolean asks(String slot) {
        return says().anyMatch(say ->
                say.source().startsWith(Pressed.FORM) && say.source().endsWith("." + slot));
    }

    private boolean says(String source) {
        return says().anyMatch(
                        say -> say.source().equals(source) || say.source().startsWith(source + "."));
    }

    /** How funny the funniest line of it is. */
    private int humour() {
        return says().flatMap(say -> Variants.said(persona, say).stream())
                .mapToInt(Variant::humour)
                .max()
                .orElse(0);
    }

    private List<String> moods() {
        return says().map(Move.Say::mood).filter(Objects::nonNull).toList();
    }

    private static boolean holds(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static int exclaims(String text) {
        return (int) text.chars().filter(c -> c == '!' || c == '！').count();
    }

    /** All words but the disclosure's, which comes before whatever is tested. */
    private String text() {
        var own = says().filter(say -> !say.source().equals(Disclosures.SOURCE)).toList();
        return (own.isEmpty() ? says().toList() : own).stream().map(Reply::text).collect(Collectors.joining("\n"));
    }

    private static String text(Move.Say say) {
        return say.bubbles().stream().map(Reply::words).collect(Collectors.joining("\n"));
    }

    static String words(Content bubble) {
        return bubble instanceof Content.Choices(var prompt, var choices) ? prompt : bubble.asText();
    }

    private Stream<Move.Say> says() {
        return moves.stream().filter(Move.Say.class::isInstance).map(Move.Say.class::cast);
    }
}
