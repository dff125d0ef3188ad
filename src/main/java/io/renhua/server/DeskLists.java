package io.renhua.server;

import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.server.DeskCards.Entry;
import io.renhua.server.Marks.Mark;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who owes whom a word, as one agent sees it. */
@Singleton
final class DeskLists {
    private static final int RECENT = 40;
    private static final int MOST_ROWS = 2_000;
    private static final long MOST_HAPPENINGS = 2000;

    /** A happening can be kept after one with a higher place: whoever reads on looks back as far. */
    private static final long WRITTEN_SIDE_BY_SIDE = 64;

    private static final Duration SOON = Duration.ofMinutes(30);
    private static final Comparator<@Nullable Instant> LATEST_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    private final Desk desk;
    private final Agents agents;
    private final Marks marks;
    private final Transcripts transcripts;
    private final DeskNames names;
    private final DeskCards cards;

    DeskLists(Desk desk, Agents agents, Marks marks, Transcripts transcripts, DeskNames names, DeskCards cards) {
        this.desk = desk;
        this.agents = agents;
        this.marks = marks;
        this.transcripts = transcripts;
        this.names = names;
        this.cards = cards;
    }

    /**
     * @param partial whether only what has changed is here; what is in another list now is nowhere else any more
     * @param seq the journal's end when this was so
     * @param totals how many are in a list, by its name, of which those listed here come first; the persona's are not counted
     * @param offered what the reader is asked to take
     * @param mine what the reader has: first where the platform's window closes soon, then whoever waits longest
     * @param queue who waits for a person, whoever is to come first in front
     * @param hold what was put off, and who left word
     * @param colleagues what others have
     * @param bot what the persona answers
     * @param gone what is in none of the lists any more, where only changes are told
     * @param probe that a chat that is none has entered the queue, by its epoch; null where that is not new
     */
    record Lists(
            boolean partial,
            long seq,
            Instant now,
            Map<String, Integer> totals,
            List<DeskCard> offered,
            List<DeskCard> mine,
            List<DeskCard> queue,
            List<DeskCard> hold,
            List<DeskCard> colleagues,
            List<DeskCard> bot,
            List<String> gone,
            List<Colleague> team,
            @Nullable Long probe) {}

    /**
     * Somebody who answers at the desk.
     *
     * @param presence as they say, or offline
     * @param reason why they are away
     * @param load how many conversations they have in hand
     */
    record Colleague(
            String login,
            String name,
            String presence,
            @Nullable String reason,
            int load,
            int capacity,
            List<String> teams) {}

    /**
     * What a page asks for.
     *
     * @param after the place in the journal up to which the reader knows everything; 0 for nothing
     * @param rows how many of each list it shows; what the reader has, or is asked to take, is always told whole
     */
    record Asked(long after, int rows) {
        Asked {
            rows = Math.clamp(rows, RECENT, MOST_ROWS);
        }
    }

    Lists of(StaffMember me, String language, Instant now, Asked asked) {
        long seq = transcripts.end();
        boolean partial = asked.after() > 0 && seq - asked.after() <= MOST_HAPPENINGS;
        var found = partial
                ? changed(asked.after() - WRITTEN_SIDE_BY_SIDE)
                : new Found(whole(me.login(), asked.rows()), List.of());
        var places = byPlace(
                me,
                language,
                found.entries().stream().filter(entry -> !isProbe(entry)).toList());
        in(places, DeskPlace.MINE)
                .sort(Comparator.comparing((DeskCard card) -> closesSoon(card, now), LATEST_LAST)
                        .thenComparing(DeskCard::unanswered, LATEST_LAST));
        return new Lists(
                partial,
                seq,
                now,
                totals(me.login()),
                in(places, DeskPlace.OFFERED),
                in(places, DeskPlace.MINE),
                in(places, DeskPlace.QUEUE),
                in(places, DeskPlace.HOLD),
                in(places, DeskPlace.COLLEAGUES),
                in(places, DeskPlace.BOT),
                found.gone().stream().map(ConversationId::toString).toList(),
                team(now),
                found.entries().stream()
                        .filter(DeskLists::isProbe)
                        .map(entry -> entry.owner().epoch())
                        .findFirst()
                        .orElse(null));
    }

    private static boolean isProbe(Entry entry) {
        return entry.conversation().equals(Journal.PROBE);
    }

    private Map<DeskPlace, List<DeskCard>> byPlace(StaffMember me, String language, List<Entry> entries) {
        var places = new EnumMap<DeskPlace, List<DeskCard>>(DeskPlace.class);
        for (var place : DeskPlace.values()) {
            places.put(place, new ArrayList<>());
        }
        var shown = cards.of(me, language, entries);
        for (int i = 0; i < entries.size(); i++) {
            in(places, DeskPlace.of(entries.get(i).owner(), me.login())).add(shown.get(i));
        }
        return places;
    }

    private Map<String, Integer> totals(String login) {
        return desk.tallies().stream()
                .collect(Collectors.toMap(tally -> DeskPlace.of(tally, login).word(), Desk.Tally::count, Integer::sum));
    }

    /** What is not the persona's alone, the first of each list in the order in which it waits; and what the persona answered last. */
    private List<Entry> whole(String login, int rows) {
        var room = new EnumMap<DeskPlace, Integer>(DeskPlace.class);
        var held = desk.open().stream()
                .filter(each -> {
                    var place = DeskPlace.of(each.owner(), login);
                    return place.isOwn()
                            || each.conversation().equals(Journal.PROBE)
                            || room.merge(place, 1, Integer::sum) <= rows;
                })
                .toList();
        var conversations = held.stream().map(Desk.Held::conversation).toList();
        var summaries = transcripts.of(conversations);
        var marked = marks.of(conversations);
        return Stream.concat(
                        held.stream().map(each -> entry(each.conversation(), each.owner(), summaries, marked)),
                        atRest(conversations))
                .toList();
    }

    /** What the persona answered last, among which is nothing that somebody at the desk has. */
    private Stream<Entry> atRest(Collection<ConversationId> open) {
        var recent = transcripts.recent(RECENT);
        var owners = desk.owners(conversations(recent));
        var marked = marks.of(conversations(recent));
        return recent.stream()
                .filter(summary -> !open.contains(summary.conversation()))
                .filter(summary ->
                        DeskPlace.of(owners.getOrDefault(summary.conversation(), Bot.FIRST), "") == DeskPlace.BOT)
                .map(summary -> new Entry(
                        summary.conversation(),
                        owners.getOrDefault(summary.conversation(), Bot.FIRST),
                        summary,
                        marked.getOrDefault(summary.conversation(), Mark.NONE)));
    }

    private static List<ConversationId> conversations(List<TranscriptSummary> summaries) {
        return summaries.stream().map(TranscriptSummary::conversation).toList();
    }

    /** @param gone what has changed and stands in no list */
    private record Found(List<Entry> entries, List<ConversationId> gone) {}

    /** Everything in which something happened; of what the persona answers no more than a list shows. */
    private Found changed(long after) {
        var conversations = transcripts.changed(after);
        var owners = desk.owners(conversations);
        var isAtRest = conversations.stream()
                .collect(Collectors.partitioningBy(
                        each -> DeskPlace.of(owners.getOrDefault(each, Bot.FIRST), "") == DeskPlace.BOT));
        var atRest = isAtRest.getOrDefault(true, List.of());
        var shown = Stream.concat(
                        isAtRest.getOrDefault(false, List.of()).stream(),
                        atRest.stream().limit(RECENT))
                .toList();
        var summaries = transcripts.of(shown);
        var marked = marks.of(shown);
        var entries = shown.stream()
                .map(each -> entry(each, owners.getOrDefault(each, Bot.FIRST), summaries, marked))
                .toList();
        return new Found(entries, atRest.stream().skip(RECENT).toList());
    }

    private static Entry entry(
            ConversationId conversation,
            Ownership owner,
            Map<ConversationId, TranscriptSummary> summaries,
            Map<ConversationId, Mark> marked) {
        return new Entry(
                conversation, owner, summaries.get(conversation), marked.getOrDefault(conversation, Mark.NONE));
    }

    /** When its platform's window closes, where that is near. */
    private static @Nullable Instant closesSoon(DeskCard card, Instant now) {
        var closes = card.attention() == null ? null : card.attention().closes();
        return closes == null || closes.isBefore(now) || closes.isAfter(now.plus(SOON)) ? null : closes;
    }

    private static List<DeskCard> in(Map<DeskPlace, List<DeskCard>> places, DeskPlace place) {
        return places.getOrDefault(place, new ArrayList<>());
    }

    /** Everybody at the desk, and how much they have in hand. */
    List<Colleague> team(Instant now) {
        return agents.all().stream()
                .filter(agent -> names.works(agent.login()))
                .map(agent -> new Colleague(
                        agent.login(),
                        names.staff(agent.login()),
                        agent.presenceAt(now).word(),
                        agent.reason(),
                        agent.load(),
                        agent.capacity(),
                        agent.skills().teams()))
                .toList();
    }

    /** One conversation as it stands. */
    DeskCard card(StaffMember me, ConversationId conversation, String language) {
        var summary = transcripts.of(List.of(conversation)).get(conversation);
        var owner = desk.ownerOf(conversation);
        return cards.of(me, language, new Entry(conversation, owner, summary, marks.of(conversation)));
    }
}
