package io.renhua.dialogue;

import io.renhua.dialogue.Suggestion.Closeness;
import io.renhua.message.Content;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Line;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what a persona would answer where a person answers in its place. Pure: nothing is begun, and nothing remembered. */
public final class Suggesting {
    private static final int MOST = 3;

    private final LivePersona live;
    private final DialogueState state;
    private final Moment moment;
    private final Sympathies sympathies;
    private final Forms forms;

    /** @param state as the persona left it: what was told in an open form is known, and its question is open no more */
    public Suggesting(LivePersona live, DialogueState state, Moment moment) {
        var handoffs = new Handoffs();
        this.live = live;
        this.state = state.keepingFacts().fresh();
        this.moment = moment;
        this.sympathies = new Sympathies(handoffs);
        this.forms = new Forms(new Answers(handoffs, Variants.BY_PERSON_AND_DAY), handoffs, Tables.OF_THE_SCRIPT);
    }

    /** A line that may be meant by some of the bubbles. */
    private record Guess(Heard heard, Line line, Closeness closeness, double confidence) {}

    /** Up to three, each out of another line, what is surely meant first; none where nothing is understood well enough. */
    public List<Suggestion> to(List<Content> unanswered) {
        var byLine = new LinkedHashMap<String, Suggestion>();
        live.hear(unanswered, state, moment).stream()
                .flatMap(this::guesses)
                .sorted(Comparator.comparing(Guess::closeness)
                        .thenComparing(Guess::confidence, Comparator.reverseOrder()))
                .forEach(guess -> suggestion(guess).ifPresent(found -> byLine.putIfAbsent(found.line(), found)));
        return byLine.values().stream().limit(MOST).toList();
    }

    private Stream<Guess> guesses(Heard heard) {
        var words = Utterance.of(heard.content());
        boolean sure = Meant.surely(live.persona(), heard, words).isPresent();
        var near = near(heard.ranking());
        return IntStream.range(0, near.size()).boxed().flatMap(i -> {
            var candidate = near.get(i);
            return Stream.ofNullable(live.persona().lines().get(candidate.intent()))
                    .filter(line -> isForPeople(line) && !Meant.excludes(line, words))
                    .map(line -> new Guess(
                            heard, line, sure && i == 0 ? Closeness.SURE : Closeness.LIKELY, candidate.confidence()));
        });
    }

    /** The first, and others that are as likely as the persona would ask back about. */
    private static List<Candidate> near(Ranking ranking) {
        if (ranking.band() == Band.NO) {
            return List.of();
        }
        var bars = ranking.bars();
        double likely = bars == null ? 1 : bars.likely();
        var all = ranking.candidates();
        return IntStream.range(0, all.size())
                .filter(i -> i == 0 || all.get(i).confidence() >= likely)
                .mapToObj(all::get)
                .toList();
    }

    /** What is locked is the machine's to say, a line that ends in a person has come to its end, and steps rise by themselves. */
    private static boolean isForPeople(Line line) {
        return line.lock() == null && line.handsOff() == null && line.steps().isEmpty();
    }

    /** What would be said if this line were meant; empty where more than words would come of it, or a gap stayed open. */
    private Optional<Suggestion> suggestion(Guess guess) {
        var turn = Turn.begin(live.persona(), state, guess.heard().whileWaiting(false));
        sympathies.feel(turn);
        forms.answer(turn, guess.line());
        var moves = turn.done().moves();
        if (moves.size() != 1 || !(moves.getFirst() instanceof Move.Say say) || !isWhole(turn, say)) {
            return Optional.empty();
        }
        var text = words(say);
        return text.isBlank() || MachineClaim.in(text)
                ? Optional.empty()
                : Optional.of(new Suggestion(guess.line().id(), text, guess.closeness(), say.source(), say.trace()));
    }

    private boolean isWhole(Turn turn, Move.Say say) {
        return Variants.said(live.persona(), say)
                .map(variant -> variant.text().in(turn.locale()))
                .filter(template -> !Placeholders.complete(template, Values.of(turn)::of))
                .isEmpty();
    }

    /** A line for each bubble; what is shown or can be pressed beside them stays with the persona. */
    private static String words(Move.Say say) {
        return say.bubbles().stream()
                .map(bubble -> switch (bubble) {
                    case Content.Text(var body) -> body;
                    case Content.Choices(var prompt, var choices) -> prompt;
                    default -> null;
                })
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}
