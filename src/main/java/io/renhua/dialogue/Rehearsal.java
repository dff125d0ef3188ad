package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.persona.Condition;
import io.renhua.persona.Form;
import io.renhua.persona.ScriptTest;
import io.renhua.persona.Sympathy;
import io.renhua.text.Phrasebook;
import io.renhua.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays the chats that stand beside a script, and says where one goes another way. */
public final class Rehearsal {
    private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(20);

    /** How long ago the person left of whom a test says that they helped. */
    private static final Duration SINCE_HELPED = Duration.ofMinutes(10);

    private final LivePersona live;
    private final Coverage coverage;

    public Rehearsal(LivePersona live) {
        this.live = live;
        this.coverage = new Coverage(live.persona());
    }

    /** What was shown of the persona by what was played so far. */
    public Coverage coverage() {
        return coverage;
    }

    /** How a rehearsal ended. */
    public sealed interface Outcome {
        ScriptTest test();

        /** It went as written. */
        record Passed(ScriptTest test) implements Outcome {}

        /**
         * It went another way.
         *
         * @param step which of the beats, counted from 1; one more than there are for how it ends
         * @param they what was said to the persona last
         * @param before what was said until then, by whom
         */
        record Failed(ScriptTest test, int step, String they, List<Wording> before, Wording expected, Wording said)
                implements Outcome {
            public Failed {
                before = List.copyOf(before);
            }

            @Override
            public String toString() {
                return told(Phrasebook.ENGLISH);
            }

            /** What was said until then, and what should have come. */
            public String told(String language) {
                var moment = they.isEmpty()
                        ? Wording.of("%s, step %s", test.name(), step)
                        : Wording.of("%s, step %s, after '%s'", test.name(), step, they);
                return test.place() + ": " + moment.in(language) + "\n"
                        + before.stream()
                                .map(line -> "    " + line.in(language) + "\n")
                                .collect(Collectors.joining())
                        + "  - " + Wording.of("expected %s", expected).in(language)
                        + "\n  + " + Wording.of("but %s", said).in(language);
            }
        }
    }

    /** Every chat of the script, in its order. */
    public List<Outcome> all() {
        return live.persona().tests().stream().map(this::play).toList();
    }

    public Outcome play(ScriptTest test) {
        var dialogue = new Dialogue(tables(test.given().mocks()), Variants.IN_SCRIPT_ORDER);
        var state = DialogueState.NEW;
        var stage = Stage.of(test.given());
        var they = "";
        var moves = List.<Move>of();
        var intent = Optional.<String>empty();
        var steps = new ArrayList<Step>();
        var before = new ArrayList<Wording>();
        for (int i = 0; i < test.chat().size(); i++) {
            switch (test.chat().get(i)) {
                case ScriptTest.They beat -> {
                    var content = content(beat);
                    var moment = moment(test.given(), stage);
                    var said = dialogue.next(live.persona(), state, live.hear(content, moment));
                    var step = dialogue.performing(
                            live.persona(), said, live.silence(moment), perform -> mocked(test.given(), perform));
                    steps.add(step);
                    coverage.add(step);
                    state = step.state();
                    moves = step.moves();
                    intent = Optional.ofNullable(step.intent());
                    stage = stage.after(step).knowing(found(test.given(), said.moves()));
                    they = content.asText();
                    before.add(Wording.of("they: %s", they));
                }
                case ScriptTest.We we -> {
                    var reply = new Reply(live.persona(), moves, intent);
                    var missing = reply.missing(we);
                    if (missing.isPresent()) {
                        return new Outcome.Failed(test, i + 1, they, before, missing.get(), reply.said());
                    }
                    before.add(Wording.of("we: %s", reply.said()));
                }
            }
        }
        var after = new Last(test, dialogue, state, stage, they, before);
        var brief = Brief.of(live.persona(), state, live.silence(moment(test.given(), stage)), Ending.reason(steps));
        return end(test, new Ending(live, state, steps, stage.waiting(), brief, () -> angry(after)), after);
    }

    /**
     * Where a chat has come to.
     *
     * @param waiting whether a person is on the way
     * @param helped how the last one left; null where there was none
     * @param found what actions found of the person
     */
    private record Stage(
            Instant at, boolean waiting, @Nullable Helped helped, Map<String, String> found) {
        static Stage of(ScriptTest.Given given) {
            var how = given.facts().get(Helped.FACT);
            return new Stage(
                    given.at(),
                    false,
                    how == null
                            ? null
                            : new Helped(
                                    how,
                                    given.at().minus(SINCE_HELPED),
                                    given.facts().get(Helped.TOPIC)),
                    Map.of());
        }

        Stage after(Step step) {
            return new Stage(at.plus(BETWEEN_MESSAGES), step.waits(waiting), Helped.after(step, at, helped), found);
        }

        Stage knowing(Map<String, String> more) {
            var all = new HashMap<>(found);
            all.putAll(more);
            return new Stage(at, waiting, helped, all);
        }
    }

    /** How things stand when a chat is over. */
    private record Last(
            ScriptTest test, Dialogue dialogue, DialogueState state, Stage stage, String they, List<Wording> before) {}

    /** Who has the next word once they say the last again, and are angry. */
    private String angry(Last last) {
        var given = last.test().given();
        var facts = new HashMap<>(given.facts());
        facts.put("feeling", "angry");
        var angry = new ScriptTest.Given(
                given.platform(), given.locale(), given.at(), facts, given.mocks(), given.attended());
        var heard = live.hear(new Content.Text(last.they()), moment(angry, last.stage()));
        return Ending.owner(last.dialogue()
                .next(live.persona(), last.state(), heard)
                .waits(last.stage().waiting()));
    }

    private static Outcome end(ScriptTest test, Ending ending, Last last) {
        int step = test.chat().size() + 1;
        return ending.missing(test.then())
                .<Outcome>map(
                        missing -> new Outcome.Failed(test, step, last.they(), last.before(), missing, ending.came()))
                .orElseGet(() -> new Outcome.Passed(test));
    }

    private Moment moment(ScriptTest.Given given, Stage stage) {
        var facts = new HashMap<String, Set<String>>();
        given.facts().forEach((name, value) -> facts.put(name, Set.of(value)));
        stage.found().forEach((name, value) -> facts.put(name, Set.of(value)));
        facts.computeIfPresent(
                "feeling", (name, felt) -> feelings(felt.iterator().next()));
        tags(given).forEach(tag -> facts.putIfAbsent("tag", Set.of(tag)));
        facts.keySet().removeAll(Set.of(Helped.FACT, Helped.TOPIC));
        if (stage.helped() != null) {
            facts.putAll(stage.helped().facts(stage.at()));
        }
        return new Moment(
                stage.at(),
                given.locale(),
                given.platform(),
                live.platforms().apply(given.platform()),
                facts,
                stage.waiting(),
                new Outlook(given.attended(), 0, Duration.ofMinutes(2)));
    }

    /** A score as the persona counts it: below 0 as anger, above as joy. */
    private Set<String> feelings(String felt) {
        if (!felt.matches("-?[0-9.]+")) {
            return Set.of(felt);
        }
        double score = Double.parseDouble(felt);
        var feeling = score < 0 ? "angry" : "happy";
        var sympathy = live.persona().feelings().getOrDefault(feeling, Sympathy.standing(feeling));
        return sympathy.covers(score) ? Set.of(feeling) : Set.of();
    }

    /** Whoever is of an audience has the tag by which the script knows it. */
    private Stream<String> tags(ScriptTest.Given given) {
        return live.persona().audiences().stream()
                .filter(audience -> audience.id().equals(given.facts().get("audience")))
                .flatMap(audience -> Facts.leaves(audience.when()))
                .flatMap(leaf -> leaf instanceof Condition.Is(var fact, var value) && fact.equals("tag")
                        ? Stream.of(value)
                        : Stream.empty())
                .limit(1);
    }

    /** What the test says that an action comes to; nothing, where it does not. */
    private static Performed mocked(ScriptTest.Given given, Move.Perform perform) {
        var answer = new HashMap<>(given.mocks().getOrDefault(perform.action(), Map.of()));
        var result = answer.remove("result");
        return result == null || result.equals(Form.FAILED)
                ? new Performed.Failed("no mock of " + perform.action())
                : new Performed.Done(result, answer);
    }

    /** What the script remembers of what actions came to. */
    private Map<String, String> found(ScriptTest.Given given, List<Move> moves) {
        var found = new HashMap<String, String>();
        for (var move : moves) {
            if (move instanceof Move.Perform perform) {
                var action = live.persona().actions().get(perform.action());
                var performed = mocked(given, perform).asAgreed(action);
                if (action != null && performed instanceof Performed.Done(var _, var values)) {
                    found.putAll(action.remembered(values));
                }
            }
        }
        return found;
    }

    private static Content content(ScriptTest.They they) {
        if (they.entry() == null) {
            return new Content.Text(they.say());
        }
        var entry = they.entry().strip();
        return new Content.Entered(
                switch (entry) {
                    case "followed" -> new Entry.Followed();
                    case "opened" -> new Entry.Opened();
                    case "left" -> new Entry.Left();
                    default -> new Entry.Scanned(entry.replaceFirst("^scan(?:ned)?\\s+", ""));
                });
    }

    private static Tables tables(Map<String, Map<String, String>> mocks) {
        return (persona, table, slots) -> mocks.containsKey(table)
                ? Optional.ofNullable(mocks.get(table))
                : Tables.OF_THE_SCRIPT.row(persona, table, slots);
    }
}
