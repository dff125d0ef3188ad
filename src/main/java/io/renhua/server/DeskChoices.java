package io.renhua.server;

import io.renhua.conversation.Channels;
import io.renhua.conversation.Personas;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What really exists at this desk, wherever a page lets somebody choose: teams, locales, channels. */
@Singleton
final class DeskChoices {
    private final Personas personas;
    private final Agents agents;
    private final Channels channels;

    DeskChoices(Personas personas, Agents agents, Channels channels) {
        this.personas = personas;
        this.agents = agents;
        this.channels = channels;
    }

    /** Every team that a script hands over to, or an agent answers for. */
    SortedSet<String> teams() {
        var teams = new TreeSet<String>();
        teams.add(Desk.ANY_TEAM);
        personas.all()
                .forEach(live -> live.persona().handoff().reasons().values().stream()
                        .map(reason -> reason.queue())
                        .forEach(teams::add));
        agents.all().forEach(agent -> teams.addAll(agent.skills().teams()));
        return teams;
    }

    List<String> locales() {
        return personas.all().stream()
                .flatMap(live -> live.persona().locales().offered().stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<String> channels() {
        return channels.all().stream()
                .map(connector -> connector.channel().name())
                .sorted()
                .toList();
    }
}
