package io.renhua.lint;

import io.renhua.nlu.FeelingReader;
import io.renhua.persona.Line;
import io.renhua.persona.Line.Topic;
import io.renhua.persona.Occasion;
import io.renhua.persona.Persona;
import java.util.List;

/** S6: where one angry message brings a person, a line that is only ever said in anger is hardly ever said. */
final class DrownedLineRule implements LintRule {
    private static final String ANGRY = "angry";
    private static final FeelingReader FEELINGS = new FeelingReader();

    @Override
    public void judge(Persona persona, Findings findings) {
        if (bringsAPersonAtOnce(persona)) {
            persona.lines().values().stream()
                    .filter(line -> line.topic() != Topic.SENSITIVE && line.lock() == null)
                    .forEach(line -> judge(line, persona, findings));
        }
    }

    private static boolean bringsAPersonAtOnce(Persona persona) {
        var sympathy = persona.feelings().get(ANGRY);
        boolean after = sympathy != null && sympathy.times() != null && sympathy.times() == 1;
        return after
                || persona.handoff().reasons().values().stream()
                        .anyMatch(reason -> reason.occasion().equals(new Occasion.Felt(ANGRY, 1)));
    }

    private static void judge(Line line, Persona persona, Findings findings) {
        line.asks().forEach((locale, asks) -> {
            if (!asks.isEmpty() && allAngry(asks, persona)) {
                var said = new Utterance(Utterance.path(line) + ".asks", "asks", locale, "");
                var why = "every example is heard as angry, which brings a person before this line is said";
                findings.warn(said, Rule.S6, why, "calm examples too, or feelings: angry: after: {times: 2, …}");
            }
        });
    }

    private static boolean allAngry(List<String> asks, Persona persona) {
        var sympathy = persona.feelings().get(ANGRY);
        return sympathy != null
                && asks.stream()
                        .map(FEELINGS::read)
                        .allMatch(feeling ->
                                feeling.mood().name().equalsIgnoreCase(ANGRY) && sympathy.covers(feeling.score()));
    }
}
