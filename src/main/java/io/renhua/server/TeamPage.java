package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.renhua.handoff.Agent;
import io.renhua.handoff.Agents;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows everybody at the desk: whether they are there, how much they have in hand, and what they can take. */
@Singleton
final class TeamPage {
    private final DeskPages pages;
    private final DeskWords words;
    private final DeskChoices choices;
    private final DeskNames names;
    private final Agents agents;
    private final Clock clock;

    TeamPage(DeskPages pages, DeskWords words, DeskChoices choices, DeskNames names, Agents agents, Clock clock) {
        this.pages = pages;
        this.words = words;
        this.choices = choices;
        this.names = names;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * @param saved the login of whom something was changed
     * @param refused what somebody sent that cannot be; null when nothing was
     */
    MutableHttpResponse<?> show(HttpRequest<?> request, String saved, @Nullable TeamForm refused) {
        var now = clock.instant();
        var offered = offered(words.languageOf(request));
        var mates = agents.all().stream()
                .filter(agent -> names.works(agent.login()))
                .map(agent -> mate(agent, form(agent, refused), offered, now))
                .sorted(Comparator.comparing(Mate::name).thenComparing(Mate::login))
                .toList();
        var status = refused == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        var model = Map.of(
                "mates", mates, "most", Agents.MOST, "saved", saved, "refused", refused == null ? "" : refused.login());
        return pages.page(request, status, "team", model);
    }

    /** Where the page is shown again once something of somebody was changed. */
    static String after(String login) {
        return "/desk/team?saved=" + URLEncoder.encode(login, StandardCharsets.UTF_8);
    }

    /** Somebody at the desk, as the page shows them. */
    record Mate(
            String login,
            String name,
            String presence,
            String sentBy,
            boolean present,
            int load,
            String capacity,
            List<Kind> kinds) {}

    /** @param all whether nothing is chosen, which is everything */
    record Kind(String name, boolean all, List<Choice> choices) {}

    record Choice(String field, String words, boolean chosen) {}

    private static TeamForm form(Agent agent, @Nullable TeamForm refused) {
        return refused != null && refused.login().equals(agent.login()) ? refused : TeamForm.of(agent);
    }

    private Mate mate(Agent agent, TeamForm form, Map<String, Map<String, String>> offered, Instant now) {
        var presence = agent.presenceAt(now);
        var reason = agent.reason() == null ? "" : agent.reason();
        return new Mate(
                agent.login(),
                names.staff(agent.login()),
                presence.word(),
                reason.startsWith(Agents.SENT_BY) ? names.staff(reason.substring(Agents.SENT_BY.length())) : "",
                agent.attends(now),
                agent.load(),
                form.capacity(),
                TeamForm.KINDS.stream()
                        .map(kind -> kind(kind, form.all(kind), offered.getOrDefault(kind, Map.of())))
                        .toList());
    }

    /** What does not exist any more but is still chosen stays, so that saving loses nothing unseen. */
    private static Kind kind(String name, List<String> chosen, Map<String, String> offered) {
        var all = new LinkedHashMap<>(offered);
        chosen.forEach(each -> all.putIfAbsent(each, each));
        var choices = all.entrySet().stream()
                .map(each -> new Choice(name + ":" + each.getKey(), each.getValue(), chosen.contains(each.getKey())))
                .toList();
        return new Kind(name, chosen.isEmpty(), choices);
    }

    /** What there is of each kind, by its name, as readers call it. */
    private Map<String, Map<String, String>> offered(String language) {
        var locales = new LinkedHashMap<String, String>();
        var said = words.in(language);
        choices.locales().forEach(each -> locales.put(each, said.getOrDefault("locale_" + each, each)));
        return Map.of(
                "teams", themselves(choices.teams()),
                "personas", names.personas(language),
                "locales", locales,
                "channels", themselves(choices.channels()));
    }

    private static Map<String, String> themselves(Iterable<String> names) {
        var same = new LinkedHashMap<String, String>();
        names.forEach(each -> same.put(each, each));
        return same;
    }
}
