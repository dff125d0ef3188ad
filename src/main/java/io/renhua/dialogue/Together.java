package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.nlu.Band;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers the sentences of one breath as one turn. Each is decided in its order, as if it had come alone; then what nobody
 * would say in one reply is left out:
 *
 * <ul>
 *   <li>beside a crisis, everything else;
 *   <li>beside an answer, small talk that is not about what we are, and that something was not understood;
 *   <li>of what is only likely, all but the last: that is asked about at the end, unless a question of ours is open or a
 *       person is on the way;
 *   <li>our own questions, all but the last.
 * </ul>
 */
final class Together {
    private final Dialogue dialogue;
    private final Persona persona;
    private final DialogueState before;
    private final List<Heard> heard;

    Together(Dialogue dialogue, Persona persona, DialogueState before, List<Heard> heard) {
        this.dialogue = dialogue;
        this.persona = persona;
        this.before = before;
        this.heard = List.copyOf(heard);
    }

    Upshot answer() {
        var alone = play(IntStream.range(0, heard.size()).boxed().toList());
        var chosen = chosen(alone);
        var steps = play(chosen);
        if (free(steps)) {
            chosen = Stream.concat(chosen.stream(), askedBack(alone, chosen).stream())
                    .toList();
            steps = play(chosen);
        }
        var each = new ArrayList<>(alone.stream().map(Together::silent).toList());
        for (int i = 0; i < chosen.size(); i++) {
            each.set(chosen.get(i), steps.get(i));
        }
        return new Upshot(whole(steps), each);
    }

    /** Decides those sentences one after the other; once a person is asked for, the rest is heard while they wait. */
    private List<Step> play(List<Integer> sentences) {
        var steps = new ArrayList<Step>();
        var state = before;
        boolean waiting = heard.getFirst().waiting();
        for (int sentence : sentences) {
            var step = dialogue.next(persona, state, heard.get(sentence).whileWaiting(waiting))
                    .before(bubblesAfter(sentence));
            waiting = step.waits(waiting);
            state = step.state();
            steps.add(step);
        }
        return steps;
    }

    private int bubblesAfter(int sentence) {
        return heard.subList(sentence + 1, heard.size()).stream()
                .mapToInt(Heard::bubbles)
                .sum();
    }

    /** Which sentences are answered, in their order. */
    private List<Integer> chosen(List<Step> alone) {
        var crisis = which(i -> means(alone.get(i), line -> line.lock() == Line.Lock.CRISIS));
        if (!crisis.isEmpty()) {
            return List.of(crisis.getFirst());
        }
        var taken = which(i -> alone.get(i).intent() != null);
        var matters = new ArrayList<>(taken);
        matters.removeIf(i -> means(alone.get(i), Together::chatters));
        var chosen = new TreeSet<>(matters.isEmpty() ? taken : matters);
        if (matters.isEmpty()) {
            lost(alone, !taken.isEmpty()).ifPresent(chosen::add);
        }
        chosen.addAll(which(this::comesIn));
        return List.copyOf(chosen);
    }

    /** The last that was not understood; where something was, only if it has words. */
    private Optional<Integer> lost(List<Step> alone, boolean worded) {
        var lost = which(i -> alone.get(i).intent() == null && !comesIn(i));
        var words = new ArrayList<>(lost);
        words.removeIf(i -> Utterance.of(heard.get(i).content()).isEmpty());
        var last = words.isEmpty() && !worded ? lost : words;
        return last.isEmpty() ? Optional.empty() : Optional.of(last.getLast());
    }

    private List<Integer> askedBack(List<Step> alone, List<Integer> chosen) {
        var likely = which(
                i -> alone.get(i).intent() == null && heard.get(i).ranking().band() == Band.LIKELY);
        return likely.isEmpty() || chosen.contains(likely.getLast()) ? List.of() : List.of(likely.getLast());
    }

    private List<Integer> which(IntPredicate sentence) {
        return IntStream.range(0, heard.size()).filter(sentence).boxed().toList();
    }

    private boolean comesIn(int sentence) {
        return heard.get(sentence).content() instanceof Content.Entered;
    }

    private boolean means(Step step, Predicate<Line> kind) {
        return step.intent() != null
                && Optional.ofNullable(persona.lines().get(step.intent()))
                        .filter(kind)
                        .isPresent();
    }

    private static boolean chatters(Line line) {
        return line.topic() == Line.Topic.SMALL_TALK && line.lock() == null;
    }

    private static Step silent(Step step) {
        return new Step(step.state(), List.of(), step.intent(), step.confidence(), step.locale());
    }

    private static Step whole(List<Step> steps) {
        var last = steps.getLast();
        var meant = steps.reversed().stream()
                .filter(step -> step.intent() != null)
                .findFirst()
                .orElse(last);
        var moves = steps.stream().flatMap(step -> step.moves().stream()).toList();
        return new Step(
                last.state(), withoutAnswered(moves, last.state()), meant.intent(), meant.confidence(), last.locale());
    }

    /** Our questions but the last, and that too when nothing is open any more. */
    private static List<Move> withoutAnswered(List<Move> moves, DialogueState after) {
        var kept = new ArrayList<Move>();
        boolean open = after.form() != null;
        for (var move : moves.reversed()) {
            if (!asks(move) || open) {
                kept.addFirst(move);
            }
            open &= !asks(move);
        }
        return kept;
    }

    private static boolean asks(Move move) {
        return move instanceof Move.Say say
                && say.source().startsWith(Pressed.FORM)
                && !say.source().endsWith(".cancelled");
    }

    /** Whether neither a question of ours is open nor a person on the way. */
    private boolean free(List<Step> steps) {
        boolean waiting = heard.getFirst().waiting();
        for (var step : steps) {
            waiting = step.waits(waiting);
        }
        return !waiting && steps.getLast().state().form() == null;
    }
}
