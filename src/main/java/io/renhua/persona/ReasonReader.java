package io.renhua.persona;

import io.renhua.persona.Handoff.Reason;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one reason for a person: what hands over by itself, who takes it, and how soon. */
final class ReasonReader {
    private static final String QUEUE = "care";
    private static final int WITHIN = 6;
    private static final int LONGEST_WAIT = 999;

    private ReasonReader() {}

    static Reason read(String id, ScriptNode node) {
        var map = node.as(Vocabulary.REASON);
        return new Reason(
                id,
                queue(map),
                occasion(map.key("when").as(Vocabulary.REASON_WHEN)),
                Values.choice(map.key("priority"), "normal", List.of("normal", "urgent"))
                        .equals("urgent"),
                Values.choice(map.key("on_call"), "hours", List.of("hours", "always"))
                        .equals("always"),
                routing(map));
    }

    /** Where the script does not speak of it. */
    static Reason standing(String id) {
        boolean urgent = id.equals("urgent");
        return new Reason(id, QUEUE, new Occasion.None(), urgent, urgent);
    }

    /** {@code to} names the one team or person of a reason by itself, as {@code queue} does. */
    private static String queue(ScriptNode map) {
        if (map.key("to").present() && map.key("queue").present()) {
            map.key("to").error("S1", "queue and to both say who takes it", "one of them");
        }
        return map.key("to").present()
                ? map.key("to").text(QUEUE)
                : map.key("queue").text(QUEUE);
    }

    private static Occasion occasion(ScriptNode when) {
        var said = Stream.of("unknown", "feeling", "form_tries", "tag")
                .filter(key -> when.key(key).present())
                .toList();
        if (said.size() > 1) {
            var why = Wording.of("one thing hands over by itself: %s are two", Wording.joined("%s and %s", said));
            when.error("S1", why, "a reason for each");
        }
        belongs(when, "within", "unknown");
        belongs(when, "times", "feeling");
        return switch (said.isEmpty() ? "" : said.getFirst()) {
            case "unknown" ->
                new Occasion.Missed(
                        Values.number(when.key("unknown"), 1, 1, 20), Values.number(when.key("within"), WITHIN, 1, 50));
            case "feeling" ->
                new Occasion.Felt(
                        Values.choice(when.key("feeling"), "", SympathyReader.FEELINGS),
                        Values.number(when.key("times"), 1, 1, 20));
            case "form_tries" -> new Occasion.FormTries(Values.number(when.key("form_tries"), 2, 1, 9));
            case "tag" -> new Occasion.Tagged(when.key("tag").text(""));
            default -> new Occasion.None();
        };
    }

    private static void belongs(ScriptNode when, String key, String to) {
        if (when.key(key).present() && !when.key(to).present()) {
            when.key(key)
                    .error(
                            "S1",
                            Wording.of("%s counts %s, which is missing", key, to),
                            Wording.of("%s: beside it", to));
        }
    }

    private static Routing routing(ScriptNode map) {
        var waitMax = waitMax(map.key("wait_max"));
        var otherwise = map.key("else").textOrNull();
        if ((waitMax == null) != (otherwise == null)) {
            map.missing("S1", "who waits too long goes somewhere else", "wait_max: 60s and else: a team");
        }
        var prefer = Values.choice(map.key("prefer"), "", Routing.PREFERENCES);
        return new Routing(Values.flag(map.key("jump_queue")), prefer.isEmpty() ? null : prefer, waitMax, otherwise);
    }

    /** Seconds, or longer as everywhere else. */
    private static @Nullable Duration waitMax(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        return node.text("").endsWith("s")
                ? Values.seconds(node, Duration.ofMinutes(1), LONGEST_WAIT)
                : Values.duration(node, Duration.ofMinutes(1));
    }
}
