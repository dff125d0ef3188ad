package io.renhua.persona;

import io.renhua.persona.Handoff.Rating;
import io.renhua.persona.Handoff.Reason;
import io.renhua.persona.Handoff.Reopen;
import io.renhua.text.Wording;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how people take over. */
final class HandoffReader {
    private static final List<String> TOLD =
            List.of("reason", "topic", "slots", "feeling", "last_5", "locale", "audience");

    private HandoffReader() {}

    static Handoff read(ScriptNode node, Names names) {
        var map = node.as(Vocabulary.HANDOFF);
        var say = map.key("say").as(Vocabulary.HANDOFF_SAY);
        return new Handoff(
                HoursReader.read(map.key("hours")),
                explicit(map.key("explicit").as(Vocabulary.EXPLICIT)),
                reasons(map.key("reasons")),
                tells(map.key("tells_agent"), names),
                checklist(map.key("checklist"), names),
                new Handoff.Says(
                        words(say, "queued"),
                        words(say, "joined"),
                        words(say, "closed"),
                        words(say, "back"),
                        say.key("moving").wordsOrNull(),
                        say.key("still_here").wordsOrNull()),
                Values.choice(map.key("desk"), Handoff.OURS, Handoff.DESKS),
                reopen(map.key("reopen")),
                rating(map.key("rating")));
    }

    /** Agents say what something was about in the words of the lines that were meant. */
    private static Map<String, Map<String, Words>> checklist(ScriptNode section, Names names) {
        var checklist = new LinkedHashMap<String, Map<String, Words>>();
        section.entries().forEach((topic, node) -> {
            if (!topic.equals(Handoff.ANY_TOPIC) && !names.lines().contains(topic)) {
                node.dangling("line", topic, names.lines());
            }
            var points = new LinkedHashMap<String, Words>();
            node.entries().forEach((name, words) -> points.put(name, words.words("it is not said what is to be done")));
            checklist.put(topic, Collections.unmodifiableMap(points));
        });
        return Collections.unmodifiableMap(checklist);
    }

    private static Reopen reopen(ScriptNode node) {
        return Values.choice(node, "persona", List.of("person", "persona")).equals("person")
                ? Reopen.PERSON
                : Reopen.PERSONA;
    }

    private static @Nullable Rating rating(ScriptNode node) {
        if (node.isNone()) {
            return null;
        }
        var map = node.as(Vocabulary.RATING);
        return new Rating(
                map.key("ask").wordsOrNull(),
                map.key("thanks").wordsOrNull(),
                map.key("why").wordsOrNull(),
                map.key("noted").wordsOrNull());
    }

    private static Words words(ScriptNode say, String when) {
        if (!say.key(when).present()) {
            say.missing(
                    "C4", Wording.of("nothing is said when a handoff is %s", when), "handoff: say: " + when + ": …");
            return say.key(when).standIn();
        }
        return say.key(when).words("");
    }

    private static Map<String, Reason> reasons(ScriptNode section) {
        var reasons = new LinkedHashMap<String, Reason>();
        section.entries().forEach((id, node) -> reasons.put(id, ReasonReader.read(id, node)));
        Names.STANDING_REASONS.forEach(id -> reasons.computeIfAbsent(id, ReasonReader::standing));
        return Collections.unmodifiableMap(reasons);
    }

    private static Map<String, List<String>> explicit(ScriptNode map) {
        var steps = map.key("steps");
        if (steps.present() && !steps.text("").equals("0")) {
            steps.error("S1", "whoever wants a person is asked nothing first", "steps: 0");
        }
        return map.key("asks").wordLists();
    }

    /** What can be told: what the talk itself knows, and everything that the script has a name for. */
    private static List<String> tells(ScriptNode list, Names names) {
        var known = new LinkedHashSet<>(TOLD);
        known.addAll(names.slots());
        known.addAll(names.entities());
        known.addAll(names.facts());
        known.addAll(names.profile());
        known.addAll(names.spoken());
        for (var each : list.each()) {
            var name = each.text("");
            if (!known.contains(name) && !name.matches("last_[1-9][0-9]?") && !couldBeTold(name, known)) {
                var why = Wording.of("nobody knows %s, so agents are not told%s", name, Nearest.question(name, known));
                each.warn("S2", why, Nearest.advice(name, known));
            }
        }
        return list.strings();
    }

    /** By a company of a person; what looks like something that is known is a slip. */
    private static boolean couldBeTold(String name, Set<String> known) {
        return name.matches("[a-z][a-z0-9_]*") && Nearest.to(name, known).isEmpty();
    }
}
