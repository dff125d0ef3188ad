package io.renhua.dialogue;

import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.persona.Line;
import io.renhua.text.Fold;
import io.renhua.text.Mentions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** An ask for a person, in one step and never a quiz. */
final class PersonWanted implements Rung {
    private static final List<String> REFUSALS =
            List.of("不要", "不用", "不需要", "不想找", "別", "別找", "別叫", "not a", "dont want a", "dont need a", "no need for a");
    private static final int BRIEF = 40;
    private final Handoffs handoffs;

    PersonWanted(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public boolean takes(Turn turn) {
        var pressed = turn.pressed();
        var reason = pressed != null && pressed.startsWith(Pressed.HANDOFF) ? pressed : Meant.PERSON;
        boolean wanted = pressed == null ? asked(turn) : pressed.startsWith(Pressed.HANDOFF);
        if (wanted) {
            turn.take(reason);
            handoffs.handOff(turn, reason);
        }
        return wanted;
    }

    private static boolean asked(Turn turn) {
        var key = Fold.key(turn.words());
        var words = turn.persona().handoff().explicit().values().stream()
                .flatMap(Collection::stream)
                .toList();
        return words.stream().anyMatch(word -> Fold.key(word).equals(key))
                || meant(turn)
                || words.stream().anyMatch(word -> mentioned(turn, word));
    }

    private static boolean meant(Turn turn) {
        return turn.heard().ranking().band() != Band.NO
                && turn.heard()
                        .ranking()
                        .best()
                        .map(Candidate::intent)
                        .filter(Meant.PERSON::equals)
                        .isPresent();
    }

    private static boolean mentioned(Turn turn, String word) {
        return Stream.of(turn.words().split("[\\p{Punct}，。、；：！？…\\n&&[^']]+"))
                        .anyMatch(clause -> Mentions.in(clause, word) && !refused(clause, word))
                && turn.meant()
                        .filter(line -> ownWord(line, turn.words(), word))
                        .isEmpty();
    }

    private static boolean refused(String clause, String word) {
        return REFUSALS.stream().anyMatch(refusal -> Mentions.in(clause, refusal + " " + word));
    }

    /** 'Are you a person?' is no ask for one: the line that surely is meant has the word in its own examples. */
    private static boolean ownWord(Line line, String words, String word) {
        return words.length() > BRIEF
                || line.asks().values().stream()
                        .flatMap(Collection::stream)
                        .anyMatch(example -> Mentions.in(example, word));
    }
}
