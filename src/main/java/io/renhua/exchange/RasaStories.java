package io.renhua.exchange;

import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which responses follow an intent: the one of its name, or else what a rule or a story says. */
final class RasaStories {
    private static final String UTTER = "utter_";

    private final Set<String> responses;
    private final Map<String, List<String>> told = new LinkedHashMap<>();
    private final Set<Wording> remarks = new LinkedHashSet<>();

    /** @param responses the names there are */
    RasaStories(RasaFiles files, Set<String> responses) {
        this.responses = responses;
        files.list("rules").forEach(rule -> story(RasaFiles.text(rule, "rule"), rule));
        files.list("stories").forEach(story -> story(RasaFiles.text(story, "story"), story));
    }

    /** What is said to an intent, one after the other; nothing where nobody says. */
    List<String> after(String intent) {
        var sameName = UTTER + intent;
        return responses.contains(sameName) ? List.of(sameName) : told.getOrDefault(intent, List.of());
    }

    Set<Wording> remarks() {
        return remarks;
    }

    private void story(String name, Object story) {
        List<String> intents = List.of();
        List<String> said = new ArrayList<>();
        for (var step : Tree.list(Tree.map(story).get("steps"))) {
            var next = intents(step);
            if (!next.isEmpty()) {
                tell(intents, said);
                intents = next;
                said = new ArrayList<>();
            }
            var action = RasaFiles.text(step, "action");
            if (responses.contains(action)) {
                said.add(action);
            } else if (!action.isEmpty() && !action.startsWith(UTTER) && !action.equals("action_listen")) {
                remarks.add(Wording.of("Not taken: %s in '%s', for an action is code.", action, name));
            }
        }
        tell(intents, said);
    }

    private void tell(List<String> intents, List<String> said) {
        for (var intent : intents) {
            var first = said.isEmpty() ? said : told.putIfAbsent(intent, List.copyOf(said));
            if (first != null && !first.equals(said)) {
                remarks.add(Wording.of(
                        "Not taken: that %s is answered by %s somewhere, too; it is answered by %s.",
                        intent, String.join(", ", said), String.join(", ", first)));
            }
        }
    }

    /** A step's intent, or several that it does not tell apart. */
    private static List<String> intents(Object step) {
        var intent = RasaFiles.text(step, "intent");
        if (!intent.isEmpty()) {
            return List.of(intent);
        }
        return Tree.list(Tree.map(step).get("or")).stream()
                .map(each -> RasaFiles.text(each, "intent"))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
