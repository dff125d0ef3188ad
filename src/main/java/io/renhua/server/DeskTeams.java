package io.renhua.server;

import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** For which teams somebody answers in a conversation: the one it is with, and their own. */
@Singleton
final class DeskTeams {
    private final Desk desk;
    private final Agents agents;

    DeskTeams(Desk desk, Agents agents) {
        this.desk = desk;
        this.agents = agents;
    }

    Set<String> of(ConversationId conversation, StaffMember me) {
        var teams = new HashSet<String>();
        teams.add(desk.ownerOf(conversation).team());
        agents.named(me.login()).ifPresent(agent -> teams.addAll(agent.skills().teams()));
        return teams;
    }
}
