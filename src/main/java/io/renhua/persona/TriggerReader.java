package io.renhua.persona;

import io.renhua.text.Wording;
import java.time.Period;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what has to happen first: {@code shipped}, {@code {event: delivered, days: 5}}, {@code {idle_days: 60}}. */
final class TriggerReader {
    private static final Pattern SINCE = Pattern.compile("(days|weeks|months)_since_([a-z][a-z0-9_]*)");
    private static final String FORM =
            "shipped, {event: delivered, days: 5}, {idle_days: 60} or {months_since_care: 18}";
    private static final int MOST = 3_650;

    private TriggerReader() {}

    static Trigger read(ScriptNode node) {
        if (!node.present()) {
            node.missing("S1", "nothing says after what", "after: " + FORM);
        }
        if (!node.present() || node.isText()) {
            return event(node, Period.ZERO);
        }
        var entries = node.entries();
        if (entries.containsKey("event")) {
            var later = Period.ofDays(Values.number(node.key("days"), 0, 0, MOST));
            unknown(entries.keySet().stream().filter(key -> !key.equals("event") && !key.equals("days")), node);
            return event(node.key("event"), later);
        }
        unknown(entries.keySet().stream().filter(key -> !isTime(key)), node);
        var times = entries.entrySet().stream()
                .filter(entry -> isTime(entry.getKey()))
                .toList();
        if (times.size() != 1) {
            node.error("S1", Wording.of("one thing has to happen first, here are %s", times.size()), FORM);
            return new Trigger.Event("", Period.ZERO);
        }
        return time(times.getFirst().getKey(), times.getFirst().getValue());
    }

    private static Trigger event(ScriptNode node, Period later) {
        var name = node.text("");
        if (!name.isEmpty() && !name.matches("[a-z][a-z0-9_]*")) {
            node.error(
                    "S1",
                    Wording.of("%s is no name of something that happens", name),
                    "lower-case letters, such as shipped");
        }
        return new Trigger.Event(name, later);
    }

    private static boolean isTime(String key) {
        return key.equals("idle_days") || SINCE.matcher(key).matches();
    }

    private static Trigger time(String key, ScriptNode node) {
        int count = Values.number(node, 1, 1, MOST);
        var since = SINCE.matcher(key);
        if (!since.matches()) {
            return new Trigger.Silence(Period.ofDays(count));
        }
        return new Trigger.Since(
                since.group(2),
                switch (since.group(1)) {
                    case "days" -> Period.ofDays(count);
                    case "weeks" -> Period.ofWeeks(count);
                    default -> Period.ofMonths(count);
                });
    }

    private static void unknown(Stream<String> keys, ScriptNode node) {
        keys.forEach(key -> node.key(key).error("S1", Wording.of("nobody knows the key %s here", key), FORM));
    }
}
