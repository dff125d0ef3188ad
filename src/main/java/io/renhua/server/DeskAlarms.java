package io.renhua.server;

import io.renhua.handoff.Agent;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Desk.Held;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what goes wrong at the desk while it can still be mended. */
@Singleton
final class DeskAlarms {
    private final DeskNames names;

    DeskAlarms(DeskNames names) {
        this.names = names;
    }

    /** @param person what to call somebody who waits */
    List<DeskAlarm> on(DeskFloor floor, Function<Held, String> person) {
        var waiting = floor.waiting();
        var missed = waiting.stream()
                .filter(held -> !floor.floods().contains(held.conversation()))
                .toList();
        return Stream.of(
                        floor.isAttended() ? Stream.<DeskAlarm>empty() : nobody(missed),
                        each("urgent", waiting, DeskAlarms::isUrgent, person),
                        each("promise", missed, floor::isBroken, person),
                        lost(floor),
                        asked(floor, person),
                        merges(floor, person),
                        blind(floor))
                .flatMap(alarms -> alarms)
                .toList();
    }

    private static Stream<DeskAlarm> nobody(List<Held> waiting) {
        return waiting.stream()
                .map(DeskAlarms::since)
                .min(Comparator.naturalOrder())
                .map(since -> new DeskAlarm("nobody", null, null, since))
                .stream();
    }

    private static Stream<DeskAlarm> each(
            String kind, List<Held> waiting, Predicate<Held> which, Function<Held, String> person) {
        return waiting.stream()
                .filter(which)
                .map(held -> new DeskAlarm(kind, held.conversation().toString(), person.apply(held), since(held)));
    }

    private static boolean isUrgent(Held held) {
        return held.owner()
                .asked()
                .filter(request -> request.rank() == Rank.URGENT)
                .isPresent();
    }

    private Stream<DeskAlarm> lost(DeskFloor floor) {
        return floor.agents().stream()
                .filter(agent -> agent.presence() != Presence.OFFLINE && !agent.isConnected(floor.now()))
                .filter(agent -> isWaitedFor(agent, floor))
                .map(agent -> new DeskAlarm("lost", null, names.staff(agent.login()), agent.seen()));
    }

    /** Somebody asks to have them blocked. */
    private static Stream<DeskAlarm> asked(DeskFloor floor, Function<Held, String> person) {
        return floor.asked().stream()
                .map(block -> new DeskAlarm(
                        "block",
                        block.conversation().toString(),
                        person.apply(new Held(block.conversation(), Bot.FIRST, null)),
                        block.at()));
    }

    /** Somebody asks to make them one person with somebody on another channel. */
    private static Stream<DeskAlarm> merges(DeskFloor floor, Function<Held, String> person) {
        return floor.merges().stream()
                .map(pair -> new DeskAlarm(
                        "merge",
                        pair.one().conversation().toString(),
                        person.apply(new Held(pair.one().conversation(), Bot.FIRST, null)),
                        pair.said().at()));
    }

    private Stream<DeskAlarm> blind(DeskFloor floor) {
        return floor.blind().stream()
                .map(each -> new DeskAlarm("blind", null, names.staff(each.login()), each.since()));
    }

    private static boolean isWaitedFor(Agent agent, DeskFloor floor) {
        return floor.answered().stream()
                .filter(held ->
                        held.owner().speaker().filter(agent.login()::equals).isPresent())
                .anyMatch(held -> held.waitingSince() != null);
    }

    private static Instant since(Held waiting) {
        return waiting.owner().asked().map(Request::since).orElse(Instant.EPOCH);
    }
}
