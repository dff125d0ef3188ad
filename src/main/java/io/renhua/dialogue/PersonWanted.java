package io.renhua.dialogue;

import io.renhua.nlu.Band;
import io.renhua.nlu.Ranking;
import io.renhua.text.Fold;
import io.renhua.text.Mentions;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** An ask for a person, in one step and never a quiz. */
final class PersonWanted implements Rung {
    private static final List<String> REFUSALS =
            List.of("不要", "不用", "不需要", "不想找", "別", "別找", "別叫", "not a", "dont want a", "dont need a", "no need for a");
    private static final Pattern CLAUSE = Pattern.compile("[\\p{Punct}，。、；：！？…\\n&&[^']]+");
    private static final Pattern INTELLIGENCE = Pattern.compile("人工智[能慧]");
    private static final int BRIEF = 40;
    private static final int CLEARLY = 2;
    private final Handoffs handoffs;

    PersonWanted(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public boolean takes(Turn turn) {
        var pressed = turn.pressed();
        var reason = pressed != null && turn.persona().labels().containsKey(pressed) ? pressed : Meant.PERSON;
        boolean wanted = pressed == null ? asked(turn) : pressed.startsWith(Pressed.HANDOFF);
        if (wanted) {
            turn.take(reason);
            turn.because(pressed == null ? new Reason.PersonWanted() : null);
            handoffs.handOff(turn, reason);
        }
        return wanted;
    }

    private static boolean asked(Turn turn) {
        var said = INTELLIGENCE.matcher(turn.words()).replaceAll("AI"); // that 人工 is no person
        var words = turn.persona().handoff().explicit().values().stream()
                .flatMap(Collection::stream)
                .filter(word -> Mentions.in(said, word))
                .toList();
        boolean refused = !words.isEmpty() && words.stream().allMatch(word -> refused(said, word));
        return !refused
                && (words.stream().anyMatch(word -> Fold.key(word).equals(Fold.key(said)))
                        || meant(turn.heard().ranking())
                        || words.stream().anyMatch(word -> !refused(said, word) && !ownWord(turn, word)));
    }

    /** Surely, or at least far more likely than anything else. */
    private static boolean meant(Ranking ranking) {
        double next = ranking.candidates().size() < 2
                ? 0
                : ranking.candidates().get(1).confidence();
        return ranking.best()
                .filter(best -> best.intent().equals(Meant.PERSON))
                .filter(best -> ranking.band() == Band.SURE
                        || (ranking.band() == Band.LIKELY && best.confidence() >= CLEARLY * next))
                .isPresent();
    }

    /** Whether every clause that has the word says that it is not wanted. */
    private static boolean refused(String said, String word) {
        return CLAUSE.splitAsStream(said)
                .filter(clause -> Mentions.in(clause, word))
                .allMatch(clause -> REFUSALS.stream().anyMatch(refusal -> Mentions.in(clause, refusal + " " + word)));
    }

    /**
     * 'Are you a person?' is no ask for one: the line that surely is meant has the word in its own examples. Nor is a
     * long sentence that happens to have the word and seems to mean a line.
     */
    private static boolean ownWord(Turn turn, String word) {
        if (turn.words().length() > BRIEF) {
            return Meant.atAll(turn.persona(), turn.heard(), turn.words()).isPresent();
        }
        return turn.meant()
                .filter(line -> line.asks().values().stream()
                        .flatMap(Collection::stream)
                        .anyMatch(example -> Mentions.in(example, word)))
                .isPresent();
    }
}
