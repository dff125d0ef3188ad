package io.renhua.server;

import io.renhua.conversation.Allowance;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final long MOST_HAPPENINGS = 2000;

    /** A happening can be kept after one with a higher place: whoever reads on looks back as far. */
    private static final long WRITTEN_SIDE_BY_SIDE = 64;

    private static final int WORDS = 140;
    private static final Duration SOON = Duration.ofMinutes(30);
    private static final Comparator<@Nullable Instant> LATEST_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    private final Desk desk;
    private final Agents agents;
    private final Tags tags;
    private final Attentions attentions;
    private final Transcripts transcripts;
    private final DeskNames names;
    private final DeskWords words;
    private final Discretion discretion;

    DeskLists(
            Desk desk,
            Agents agents,
            Tags tags,
            Attentions attentions,
            Transcripts transcripts,
            DeskNames names,
            DeskWords words,
            Discretion discretion) {
        this.desk = desk;
        this.agents = agents;
        this.tags = tags;
        this.attentions = attentions;
        this.transcripts = transcripts;
        this.names = names;
        this.words = words;
        this.discretion = discretion;
    }

    /**
     * @param partial whether only what has changed is here; what is in another list now is nowhere else any more
     * @param seq the journal's end when this was so
     * @param offered what the reader is asked to take
     * @param mine what the reader has: first where the platform's window closes soon, then whoever waits longest
     * @param queue who waits for a person, whoever is to come first in front
     * @param hold what was put off, and who left word
     * @param colleagues what others have
     * @param bot what the persona answers
     * @param gone what is in none of the lists any more, where only changes are told
     */
    record Lists(
            boolean partial,
            long seq,
            Instant now,
            List<DeskCard> offered,
            List<DeskCard> mine,
            List<DeskCard> queue,
            List<DeskCard> hold,
            List<DeskCard> colleagues,
            List<DeskCard> bot,
            List<String> gone,
            List<Colleague> team) {}

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

    /** A conversation, whoever reads of it. */
    private record Entry(
            ConversationId conversation,
            Ownership owner,
            @Nullable TranscriptSummary summary,
            List<String> tags) {}

    /** @param after the place in the journal up to which the reader knows everything; 0 for nothing */
    Lists of(StaffMember me, String language, Instant now, long after) {
        long seq = transcripts.end();
        boolean partial = after > 0 && seq - after <= MOST_HAPPENINGS;
        var found = partial ? changed(after - WRITTEN_SIDE_BY_SIDE) : new Found(whole(), List.of());
        var entries = found.entries();
        var reader = attentions.of(me, entries.stream().map(Entry::conversation).toList());
        var places = new EnumMap<Place, List<DeskCard>>(Place.class);
        for (var place : Place.values()) {
            places.put(place, new ArrayList<>());
        }
        entries.forEach(entry -> in(places, placeOf(entry.owner(), me.login())).add(card(me, entry, reader, language)));
        in(places, Place.MINE)
                .sort(Comparator.comparing((DeskCard card) -> closesSoon(card, now), LATEST_LAST)
                        .thenComparing(DeskCard::unanswered, LATEST_LAST));
        return new Lists(
                partial,
                seq,
                now,
                in(places, Place.OFFERED),
                in(places, Place.MINE),
                in(places, Place.QUEUE),
                in(places, Place.HOLD),
                in(places, Place.COLLEAGUES),
                in(places, Place.BOT),
                found.gone().stream().map(ConversationId::toString).toList(),
                team(now));
    }

    /** Everything that is not the persona's alone, in the order in which it waits; and what the persona answered last. */
    private List<Entry> whole() {
        var held = desk.open();
        var summaries =
                transcripts.of(held.stream().map(Desk.Held::conversation).toList());
        var tagged = tags.ofOpen();
        var entries = new ArrayList<Entry>();
        held.forEach(each -> entries.add(entry(each.conversation(), each.owner(), summaries, tagged)));
        transcripts.recent(RECENT).stream()
                .filter(summary -> !summaries.containsKey(summary.conversation()))
                .map(summary -> new Entry(summary.conversation(), Bot.FIRST, summary, List.of()))
                .forEach(entries::add);
        return entries;
    }

    /** @param gone what has changed and stands in no list */
    private record Found(List<Entry> entries, List<ConversationId> gone) {}

    /** Everything in which something happened; of what the persona answers no more than a list shows. */
    private Found changed(long after) {
        var conversations = transcripts.changed(after);
        var owners = desk.owners(conversations);
        var isAtRest = conversations.stream()
                .collect(Collectors.partitioningBy(
                        each -> placeOf(owners.getOrDefault(each, Bot.FIRST), "") == Place.BOT));
        var atRest = isAtRest.getOrDefault(true, List.of());
        var shown = Stream.concat(
                        isAtRest.getOrDefault(false, List.of()).stream(),
                        atRest.stream().limit(RECENT))
                .toList();
        var summaries = transcripts.of(shown);
        var tagged = tags.of(shown);
        var entries = shown.stream()
                .map(each -> entry(each, owners.getOrDefault(each, Bot.FIRST), summaries, tagged))
                .toList();
        return new Found(entries, atRest.stream().skip(RECENT).toList());
    }

    private static Entry entry(
            ConversationId conversation,
            Ownership owner,
            Map<ConversationId, TranscriptSummary> summaries,
            Map<ConversationId, List<String>> tagged) {
        return new Entry(
                conversation, owner, summaries.get(conversation), tagged.getOrDefault(conversation, List.of()));
    }

    /** When its platform's window closes, where that is near. */
    private static @Nullable Instant closesSoon(DeskCard card, Instant now) {
        var closes = card.attention() == null ? null : card.attention().closes();
        return closes == null || closes.isBefore(now) || closes.isAfter(now.plus(SOON)) ? null : closes;
    }

    private enum Place {
        OFFERED,
        MINE,
        QUEUE,
        HOLD,
        COLLEAGUES,
        BOT
    }

    private static List<DeskCard> in(Map<Place, List<DeskCard>> places, Place place) {
        return places.getOrDefault(place, new ArrayList<>());
    }

    /** Where somebody looks for it. */
    private static Place placeOf(Ownership owner, String login) {
        return switch (owner) {
            case Queued queued -> Place.QUEUE;
            case Offered offered -> offered.agent().equals(login) ? Place.OFFERED : Place.QUEUE;
            case Human human -> own(human.agent(), login);
            case Transfer transfer -> isAsked(transfer, login) ? Place.OFFERED : own(transfer.agent(), login);
            case Wrap wrap -> own(wrap.agent(), login);
            case Hold hold -> Place.HOLD;
            case Bot bot -> Place.BOT;
            case Closed closed -> Place.BOT;
        };
    }

    private static Place own(String agent, String login) {
        return agent.equals(login) ? Place.MINE : Place.COLLEAGUES;
    }

    private static boolean isAsked(Transfer transfer, String login) {
        var to = transfer.to().agent();
        return to == null ? !transfer.agent().equals(login) : to.equals(login);
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
        var allowance = attentions.allowance(conversation).orElse(null);
        var attention = attention(attentions.of(me, List.of(conversation)), summary, owner);
        var tagged = List.copyOf(tags.of(conversation));
        return card(me, new Entry(conversation, owner, summary, tagged), language, allowance, attention);
    }

    private DeskCard card(StaffMember me, Entry entry, Attentions.Reader reader, String language) {
        return card(me, entry, language, null, attention(reader, entry.summary(), entry.owner()));
    }

    private static @Nullable Attention attention(
            Attentions.Reader reader, @Nullable TranscriptSummary summary, Ownership owner) {
        return summary == null ? null : reader.in(summary, owner);
    }

    private DeskCard card(
            StaffMember me,
            Entry entry,
            String language,
            @Nullable Allowance allowance,
            @Nullable Attention attention) {
        var conversation = entry.conversation();
        var summary = entry.summary();
        var sight = discretion.of(me, conversation, entry.owner());
        var last = summary == null ? null : summary.last();
        var persona = summary == null ? null : names.persona(summary.persona(), language);
        return new DeskCard(
                conversation.toString(),
                summary == null ? 0 : summary.seq(),
                DeskNames.person(
                        summary == null ? null : summary.person(),
                        words.in(language).getOrDefault("visitor", "")),
                conversation.channel(),
                persona == null ? names.speaker(conversation.channel(), language) : persona,
                DeskStand.of(entry.owner(), names),
                summary == null ? null : summary.unanswered(),
                last == null ? null : last.side(),
                last == null ? "" : shortened(sight.over(last.text())),
                last == null ? null : last.at(),
                entry.tags(),
                allowance,
                attention);
    }

    private static String shortened(String text) {
        var line = text.replace('\n', ' ');
        return line.length() <= WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(WORDS, line.codePointCount(0, line.length()))));
    }
}
