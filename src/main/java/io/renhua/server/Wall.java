package io.renhua.server;

import io.renhua.handoff.Agent;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Held;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Request;
import io.renhua.handoff.Stretch;
import io.renhua.handoff.Stretches;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The desk as a supervisor sees it: who waits, for whom, how long still, and who is there. */
@Singleton
final class Wall {
    private static final Duration LATELY = Duration.ofDays(1);
    private static final int STRETCHES = 200;

    private final Desk desk;
    private final Stretches stretches;
    private final DeskAlarms alarms;
    private final DeskNames names;

    Wall(Desk desk, Stretches stretches, DeskAlarms alarms, DeskNames names) {
        this.desk = desk;
        this.stretches = stretches;
        this.alarms = alarms;
        this.names = names;
    }

    /** @param told what somebody who asks for a person now is told, in seconds */
    record State(
            long seq,
            Instant now,
            long told,
            List<Team> teams,
            List<Waiting> waiting,
            List<Running> running,
            List<Colleague> people,
            List<DeskAlarm> alarms) {}

    /**
     * @param longest since when somebody waits; null when nobody does
     * @param typical how long people waited lately, in seconds; null when nobody did
     * @param told what whoever waits longest was told, in seconds; null when that is over, or nobody waits
     */
    record Team(
            String name,
            int waiting,
            @Nullable Instant longest,
            @Nullable Long typical,
            @Nullable Long told) {}

    /**
     * Somebody who waits for a person.
     *
     * @param rank in lower case
     * @param offered the name of whoever is asked to take it
     * @param breaks when what they were told is broken; null where nothing stands any more
     * @param broken whether it was
     */
    record Waiting(
            String id,
            String person,
            String channel,
            String team,
            String why,
            String rank,
            Instant since,
            @Nullable String offered,
            @Nullable Instant breaks,
            boolean broken) {}

    /**
     * A conversation that a person has.
     *
     * @param agent their login
     * @param unanswered since when somebody waits for a word of theirs
     */
    record Running(
            String id,
            String person,
            String channel,
            String agent,
            @Nullable Instant unanswered) {}

    /** @param lost since when their page was not heard of, where they did not leave of their own will */
    record Colleague(
            String login,
            String name,
            String presence,
            @Nullable String reason,
            int load,
            int capacity,
            @Nullable Instant lost) {}

    /** @param person what to call somebody */
    State of(DeskFloor floor, Function<Held, String> person) {
        return new State(
                floor.seq(),
                floor.now(),
                desk.outlook().waits().toSeconds(),
                teams(floor),
                floor.waiting().stream()
                        .map(held -> waiting(floor, held, person.apply(held)))
                        .toList(),
                floor.answered().stream()
                        .map(held -> running(held, person.apply(held)))
                        .toList(),
                floor.agents().stream()
                        .map(agent -> colleague(agent, floor.now()))
                        .toList(),
                alarms.on(floor, person));
    }

    private List<Team> teams(DeskFloor floor) {
        var waits = floor.waiting().stream()
                .collect(Collectors.groupingBy(held -> held.owner().team()));
        var typical = typical(floor.now());
        var teams = new TreeMap<String, Team>();
        Stream.of(waits.keySet(), typical.keySet(), teamsOf(floor.agents()), List.of(Desk.ANY_TEAM))
                .flatMap(Collection::stream)
                .forEach(name -> teams.computeIfAbsent(
                        name, team -> team(floor, team, waits.getOrDefault(team, List.of()), typical.get(team))));
        return List.copyOf(teams.values());
    }

    private static List<String> teamsOf(List<Agent> agents) {
        return agents.stream().flatMap(agent -> agent.skills().teams().stream()).toList();
    }

    private static Team team(DeskFloor floor, String name, List<Held> waits, @Nullable Long typical) {
        var longest =
                waits.stream().min(Comparator.comparing(held -> request(held).since()));
        return new Team(
                name,
                waits.size(),
                longest.map(held -> request(held).since()).orElse(null),
                typical,
                longest.flatMap(floor::promiseOf)
                        .map(promise -> promise.told().toSeconds())
                        .orElse(null));
    }

    /** The middle of each team's last waits, in seconds. */
    private Map<String, Long> typical(Instant now) {
        return stretches.all(now.minus(LATELY), STRETCHES).stream()
                .collect(Collectors.groupingBy(
                        Stretch::team,
                        Collectors.flatMapping(
                                stretch -> stretch.waited().stream(),
                                Collectors.collectingAndThen(Collectors.toList(), Wall::middle))))
                .entrySet()
                .stream()
                .filter(team -> team.getValue() >= 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long middle(List<Duration> waits) {
        return waits.isEmpty()
                ? -1
                : waits.stream().sorted().toList().get(waits.size() / 2).toSeconds();
    }

    private Waiting waiting(DeskFloor floor, Held held, String person) {
        var request = request(held);
        return new Waiting(
                held.conversation().toString(),
                person,
                held.conversation().channel(),
                request.team(),
                request.why(),
                request.rank().name().toLowerCase(Locale.ROOT),
                request.since(),
                held.owner() instanceof Offered offered ? names.staff(offered.agent()) : null,
                floor.promiseOf(held).map(promise -> promise.breaks()).orElse(null),
                floor.isBroken(held));
    }

    private static Request request(Held waiting) {
        return waiting.owner().asked().orElseThrow();
    }

    private static Running running(Held held, String person) {
        return new Running(
                held.conversation().toString(),
                person,
                held.conversation().channel(),
                held.owner().speaker().orElseThrow(),
                held.waitingSince());
    }

    private Colleague colleague(Agent agent, Instant now) {
        boolean lost = agent.presence() != Agent.Presence.OFFLINE && !agent.isConnected(now);
        return new Colleague(
                agent.login(),
                names.staff(agent.login()),
                agent.presenceAt(now).word(),
                agent.reason(),
                agent.load(),
                agent.capacity(),
                lost ? agent.seen() : null);
    }
}
