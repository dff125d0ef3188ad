package io.renhua.server;

import io.renhua.conversation.Backlog;
import io.renhua.conversation.Backlog.Pile;
import io.renhua.conversation.Backlog.Piles;
import io.renhua.conversation.Channels;
import io.renhua.message.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a channel stands.
 *
 * @param platform blank when the channel is not open
 * @param stuck whether its platform is not called at this moment, or words have waited long
 */
record ChannelStand(String name, String platform, long waiting, long going, long doubt, long dead, boolean stuck) {
    private static final Duration LONG = Duration.ofMinutes(5);

    /**
     * The open channels, and those that are closed now and still have something lying.
     *
     * @param shut channels whose platform is not called at this moment
     */
    static List<ChannelStand> all(Channels channels, Set<String> shut, Piles piles, Instant now) {
        var stands = new TreeMap<String, ChannelStand>();
        channels.all().forEach(connector -> {
            var channel = connector.channel();
            stands.put(channel.name(), of(channel, shut, piles, now));
        });
        Stream.concat(piles.messages().stream(), piles.calls().stream())
                .map(Pile::channel)
                .forEach(name -> stands.computeIfAbsent(name, absent -> of(new Channel(absent, ""), shut, piles, now)));
        return List.copyOf(stands.values());
    }

    private static ChannelStand of(Channel channel, Set<String> shut, Piles piles, Instant now) {
        var name = channel.name();
        var going = piles(piles.calls(), name, "waiting", "sending");
        return new ChannelStand(
                name,
                channel.platform(),
                size(piles(piles.messages(), name, "waiting")),
                size(going),
                size(piles(piles.calls(), name, "doubt")),
                size(piles(piles.messages(), name, "dead")) + size(piles(piles.calls(), name, "dead")),
                shut.contains(name) || isOlder(going.stream().map(Pile::oldest).min(Instant::compareTo), now, LONG));
    }

    private static List<Pile> piles(List<Pile> piles, String channel, String... states) {
        return piles.stream()
                .filter(pile ->
                        pile.channel().equals(channel) && List.of(states).contains(pile.state()))
                .toList();
    }

    private static long size(List<Pile> piles) {
        return piles.stream().mapToLong(Pile::size).sum();
    }

    static boolean isOlder(Optional<Instant> since, Instant now, Duration than) {
        return since.filter(instant -> instant.plus(than).isBefore(now)).isPresent();
    }

    Map<String, Object> asMap() {
        return Map.of(
                "name", name.equals(Backlog.MORE) ? "" : name,
                "platform", platform,
                "state", platform.isBlank() ? "closed" : stuck ? "slow" : "open",
                "waiting", waiting,
                "going", going,
                "doubt", doubt,
                "dead", dead);
    }
}
