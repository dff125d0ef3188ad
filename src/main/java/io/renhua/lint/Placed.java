package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import io.renhua.persona.Welcome;
import java.util.ArrayList;
import java.util.List;

/** Something that a persona may say, and where it stands, as in {@link io.renhua.persona.Places}. */
record Placed(String path, Variant variant) {

    /** Whatever may be said in one way or another: in greeting, in answer, where nothing was understood or nothing came. */
    static List<Placed> of(Persona persona) {
        var all = new ArrayList<>(atTheDoor(persona.welcome()));
        persona.lines().values().forEach(line -> all.addAll(of(line)));
        all.addAll(notUnderstood(persona));
        persona.actions().values().forEach(action -> all.addAll(of(action.failed())));
        return List.copyOf(all);
    }

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

    /** Said before they have asked for anything. */
    static List<Placed> atTheDoor(Welcome welcome) {
        var all = new ArrayList<Placed>();
        all.add(new Placed("entry.follow", welcome.follow()));
        for (int i = 0; i < welcome.scans().size(); i++) {
            all.add(new Placed("entry.scan[" + i + "]", welcome.scans().get(i).says()));
        }
        if (welcome.back() instanceof Welcome.Back(var _, var says)) {
            all.add(new Placed("entry.back_after", says));
        }
        return List.copyOf(all);
    }

    private static List<Placed> notUnderstood(Persona persona) {
        var all = new ArrayList<Placed>();
        for (int i = 0; i < persona.unknown().size(); i++) {
            var says = persona.unknown().get(i).says();
            if (says != null) {
                all.add(new Placed("small_talk.unknown.tiers[" + i + "]", says));
            }
        }
        return all;
    }
}
