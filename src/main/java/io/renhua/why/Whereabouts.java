package io.renhua.why;

import io.renhua.dialogue.Reason;
import io.renhua.dialogue.Trace;
import io.renhua.lint.Utterance;
import io.renhua.persona.Form;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import java.util.stream.IntStream;

/** Where in a script something stands that was said, as {@link io.renhua.persona.Places} has it. */
final class Whereabouts {
    private static final String FORMS = "forms.";
    private static final String UNKNOWN = "unknown.";

    private final Persona persona;

    Whereabouts(Persona persona) {
        this.persona = persona;
    }

    String of(String source, Trace trace) {
        var line = persona.lines().get(source);
        if (line != null) {
            return says(line, trace);
        }
        if (source.startsWith(FORMS)) {
            return form(source, trace);
        }
        if (source.startsWith(UNKNOWN)) {
            return tier(source.substring(UNKNOWN.length()));
        }
        return switch (source.replaceAll("\\..*", "")) {
            case "handoff" -> source.replace("handoff.", "handoff.say.");
            case "feelings" -> source + ".once";
            default -> source;
        };
    }

    private static String says(Line line, Trace trace) {
        var cut = trace.cut();
        boolean shorter = cut != null && cut.shorter();
        if (trace.reason() instanceof Reason.Again(var time) && !line.steps().isEmpty()) {
            int step = Math.min(time, line.steps().size()) - 1;
            return Utterance.path(line) + ".steps[" + step + "]." + (shorter ? "short" : "text");
        }
        return trace.choosing() == null
                ? Utterance.path(line)
                : Utterance.path(line) + ".says[" + trace.choosing().taken() + "]." + (shorter ? "short" : "text");
    }

    private String form(String source, Trace trace) {
        var id = source.substring(FORMS.length(), Math.max(FORMS.length(), source.lastIndexOf('.')));
        var slot = source.substring(source.lastIndexOf('.') + 1);
        var form = persona.forms().get(id);
        int place = form == null ? -1 : place(form, slot);
        if (place < 0) {
            return source; // what is asked to confirm, or said when it is given up
        }
        boolean again = trace.reason() instanceof Reason.NotAnswered;
        return FORMS + id + ".slots[" + place + "]." + (again ? "retry" : "ask");
    }

    private static int place(Form form, String slot) {
        return IntStream.range(0, form.slots().size())
                .filter(i -> form.slots().get(i).name().equals(slot))
                .findFirst()
                .orElse(-1);
    }

    /** Counted from 1 where it is said. */
    private static String tier(String number) {
        return "small_talk.unknown.tiers[" + (Integer.parseInt(number) - 1) + "].text";
    }
}
