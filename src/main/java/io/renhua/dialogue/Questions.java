package io.renhua.dialogue;

import io.renhua.message.Choice;
import io.renhua.persona.Form;
import io.renhua.persona.Words;
import io.renhua.text.Sentences;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Asks a form's questions. */
final class Questions {
    static final String YES = Pressed.VALUE + "confirm.yes";
    static final String NO = Pressed.VALUE + "confirm.no";

    private Questions() {}

    static void ask(Turn turn, Form form, OpenForm open, Form.Slot slot) {
        turn.change(state -> state.moved(open.asking(slot.name(), turn.at())));
        turn.say(Phrasing.say(turn, source(form, slot), question(slot), QuickReplies.of(turn, slot)));
    }

    static void retry(Turn turn, Form form, Form.Slot slot) {
        turn.say(Phrasing.say(turn, source(form, slot), slot.retry(), QuickReplies.of(turn, slot)));
    }

    static void confirm(Turn turn, Form form, OpenForm open) {
        var asks = Objects.requireNonNull(form.confirm());
        turn.change(state -> state.moved(open.asking(OpenForm.CONFIRM, turn.at())));
        var choices = List.of(
                new Choice(YES, SpokenTime.say(turn.locale(), "可以", "可以", "Yes")),
                new Choice(NO, SpokenTime.say(turn.locale(), "不用", "不用", "No")));
        turn.say(Phrasing.say(turn, "forms." + form.id() + ".confirm", asks, choices));
    }

    private static String source(Form form, Form.Slot slot) {
        return "forms." + form.id() + "." + slot.name();
    }

    /** The question, and behind it why we ask. */
    private static Words question(Form.Slot slot) {
        var why = slot.why();
        if (why == null) {
            return slot.ask();
        }
        Map<String, String> both = new TreeMap<>();
        slot.ask().byLocale().forEach((locale, ask) -> both.put(locale, ask + reason(why.in(locale), locale)));
        return new Words(both);
    }

    private static String reason(String why, String locale) {
        boolean chinese = locale.startsWith("zh");
        if (Sentences.ended(why)) {
            return chinese ? why : " " + why;
        }
        return chinese ? "（" + why + "）" : " (" + why + ")";
    }
}
