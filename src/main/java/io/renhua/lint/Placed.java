package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Variant;
import java.util.ArrayList;
import java.util.List;

/** Something that a line may say, and where it stands, as in {@link io.renhua.persona.Places}. */
record Placed(String path, Variant variant) {

    /** Whatever the line may say, at whichever step. */
    static List<Placed> of(Line line) {
        var all = new ArrayList<Placed>();
        for (int i = 0; i < line.says().size(); i++) {
            all.add(new Placed(
                    Utterance.path(line) + ".says[" + i + "]", line.says().get(i)));
        }
        for (int i = 0; i < line.steps().size(); i++) {
            var says = line.steps().get(i).says();
            if (says != null) {
                all.add(new Placed(Utterance.path(line) + ".steps[" + i + "]", says));
            }
        }
        return List.copyOf(all);
    }
}
