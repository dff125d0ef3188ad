package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Personas;
import io.renhua.handoff.Agents;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Scope;
import io.renhua.handoff.CannedReply.Whose;
import io.renhua.handoff.Desk;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What there is to choose from on the page of canned replies, in the reader's language. */
@Singleton
final class CannedPages {
    private final DeskPages pages;
    private final DeskWords words;
    private final DeskNames names;
    private final Personas personas;
    private final Agents agents;
    private final Channels channels;

    CannedPages(
            DeskPages pages, DeskWords words, DeskNames names, Personas personas, Agents agents, Channels channels) {
        this.pages = pages;
        this.words = words;
        this.names = names;
        this.personas = personas;
        this.agents = agents;
        this.channels = channels;
    }

    MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, StaffMember me, Map<String, ?> values) {
        var language = words.languageOf(request);
        var model = new LinkedHashMap<String, Object>(values);
        model.put("owners", owners(me, language));
        model.put("locales", locales());
        model.put(
                "channels",
                channels.all().stream()
                        .map(connector -> connector.channel().name())
                        .sorted()
                        .toList());
        return pages.page(request, status, "canned", model);
    }

    /** For whom somebody may write, each by the name that readers know. */
    Map<String, String> owners(StaffMember me, String language) {
        var owners = new LinkedHashMap<String, String>();
        owners.put(Whose.of(Scope.PERSONAL, me.login()).toString(), say(language, "canned_mine", ""));
        if (me.role() != StaffRole.AGENT) {
            names.personas(language)
                    .forEach((id, nickname) ->
                            owners.put(Whose.of(Scope.PERSONA, id).toString(), nickname));
            teams().forEach(team -> owners.put(Whose.of(Scope.TEAM, team).toString(), say(language, "team_of", team)));
        }
        return owners;
    }

    /** Every team that a script hands over to, or an agent answers for. */
    private Set<String> teams() {
        var teams = new TreeSet<String>();
        teams.add(Desk.ANY_TEAM);
        personas.all()
                .forEach(live -> live.persona().handoff().reasons().values().stream()
                        .map(reason -> reason.queue())
                        .forEach(teams::add));
        agents.all().forEach(agent -> teams.addAll(agent.skills().teams()));
        return teams;
    }

    private List<String> locales() {
        return personas.all().stream()
                .flatMap(live -> live.persona().locales().offered().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whose a reply is, as its readers call them. */
    String owner(CannedReply reply, String language, Map<String, String> nicknames) {
        var name = reply.whose().name();
        return switch (reply.whose().scope()) {
            case PERSONAL -> say(language, "canned_mine", "");
            case TEAM -> say(language, "team_of", name);
            case PERSONA -> nicknames.getOrDefault(name, name);
        };
    }

    private String say(String language, String name, String value) {
        return words.in(language).getOrDefault(name, name).replace("{name}", value);
    }
}
