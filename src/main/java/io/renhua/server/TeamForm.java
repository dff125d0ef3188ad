package io.renhua.server;

import io.renhua.handoff.Agent;
import io.renhua.handoff.Agent.Skills;
import io.renhua.handoff.Agents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the page of the team shows of somebody and gets back: how much they take, and what of each kind.
 *
 * @param chosen kinds and names, such as {@code teams:care}; nothing of a kind is everything
 */
record TeamForm(String login, String capacity, TreeSet<String> chosen) {
    static final List<String> KINDS = List.of("teams", "personas", "locales", "channels");

    static TeamForm of(Agent agent) {
        var chosen = new TreeSet<String>();
        kinds(agent.skills()).forEach((kind, names) -> names.forEach(name -> chosen.add(key(kind, name))));
        return new TeamForm(agent.login(), String.valueOf(agent.capacity()), chosen);
    }

    static TeamForm of(DeskForm form) {
        var chosen = new TreeSet<String>();
        form.fields().keySet().stream()
                .filter(name -> KINDS.stream().anyMatch(kind -> name.startsWith(key(kind, ""))))
                .forEach(chosen::add);
        return new TeamForm(form.field("login"), form.field("capacity").strip(), chosen);
    }

    /** How many at once, if that is a number an agent can take. */
    Optional<Integer> most() {
        return Optional.of(capacity)
                .filter(said -> said.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= Agents.MOST);
    }

    Skills skills() {
        return new Skills(all("teams"), all("personas"), all("locales"), all("channels"));
    }

    List<String> all(String kind) {
        return chosen.stream()
                .filter(each -> each.startsWith(key(kind, "")))
                .map(each -> each.substring(kind.length() + 1))
                .toList();
    }

    private static Map<String, List<String>> kinds(Skills skills) {
        return Map.of(
                "teams", skills.teams(),
                "personas", skills.personas(),
                "locales", skills.locales(),
                "channels", skills.channels());
    }

    private static String key(String kind, String name) {
        return kind + ":" + name;
    }
}
