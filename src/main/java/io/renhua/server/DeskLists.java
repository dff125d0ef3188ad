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
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who owes whom a word, as one agent sees it. */
@Singleton
final class DeskLists {
    private static final int RECENT = 40;
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

    DeskLists(
            Desk desk,
            Agents agents,
            Tags tags,
            Attentions attentions,
            Transcripts transcripts,
            DeskNames names,
            DeskWords words) {
        this.desk = desk;
        this.agents = agents;
        this.tags = tags;
        this.attentions = attentions;
        this.transcripts = transcripts;
        this.names = names;
        this.words = words;
    }

    /**
     * @param seq the journal's end when this was so
     * @param offered what the reader is asked to take
     * @param mine what the reader has: first where the platform's window closes soon, then whoever waits longest
     * @param queue who waits for a person, whoever is to come first in front
     * @param hold what was put off, and who left word
     * @param colleagues what others have
     * @param bot what the persona answers
     */
    record Lists(
            long seq,
            Instant now,
            List<DeskCard> offered,
            List<DeskCard> mine,
            List<DeskCard> queue,
            List<DeskCard> hold,
            List<DeskCard> colleagues,
            List<DeskCard> bot,
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

    Lists of(StaffMember me, String language, Instant now) {
        long seq = transcripts.end();
        var held = desk.open();
        var owners = new LinkedHashMap<ConversationId, Ownership>();
        held.forEach(each -> owners.put(each.conversation(), each.owner()));
        var summaries = transcripts.of(owners.keySet());
        var tagged = tags.ofOpen();
        var recent = transcripts.recent(RECENT).stream()
                .filter(summary -> !owners.containsKey(summary.conversation()))
                .toList();
        var reader = attentions.of(me, conversations(summaries.values(), recent));
        var places = new EnumMap<Place, List<DeskCard>>(Place.class);
        for (var place : Place.values()) {
            places.put(place, new ArrayList<>());
        }
        owners.forEach((conversation, owner) -> places.getOrDefault(placeOf(owner, me.login()), new ArrayList<>())
                .add(card(
                        conversation,
                        summaries.get(conversation),
                        owner,
                        tagged.getOrDefault(conversation, List.of()),
                        reader,
                        language)));
        var mine = places.getOrDefault(Place.MINE, new ArrayList<>());
        mine.sort(Comparator.comparing((DeskCard card) -> closesSoon(card, now), LATEST_LAST)
                .thenComparing(DeskCard::unanswered, LATEST_LAST));
        var bot = recent.stream()
                .map(summary -> card(summary.conversation(), summary, Bot.FIRST, List.of(), reader, language))
                .toList();
        return new Lists(
                seq,
                now,
                in(places, Place.OFFERED),
                mine,
                in(places, Place.QUEUE),
                in(places, Place.HOLD),
                in(places, Place.COLLEAGUES),
                bot,
                team(now));
    }

    private static List<ConversationId> conversations(
            Collection<TranscriptSummary> some, Collection<TranscriptSummary> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(TranscriptSummary::conversation)
                .toList();
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
        COLLEAGUES
    }

    private static List<DeskCard> in(Map<Place, List<DeskCard>> places, Place place) {
        return places.getOrDefault(place, List.of());
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
            case Bot bot -> Place.COLLEAGUES;
            case Closed closed -> Place.COLLEAGUES;
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
        return card(conversation, summary, owner, tagged, language, allowance, attention);
    }

    private DeskCard card(
            ConversationId conversation,
            @Nullable TranscriptSummary summary,
            Ownership owner,
            List<String> tagged,
            Attentions.Reader reader,
            String language) {
        return card(conversation, summary, owner, tagged, language, null, attention(reader, summary, owner));
    }

    private static @Nullable Attention attention(
            Attentions.Reader reader, @Nullable TranscriptSummary summary, Ownership owner) {
        return summary == null ? null : reader.in(summary, owner);
    }

    private DeskCard card(
            ConversationId conversation,
            @Nullable TranscriptSummary summary,
            Ownership owner,
            List<String> tagged,
            String language,
            @Nullable Allowance allowance,
            @Nullable Attention attention) {
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
                DeskStand.of(owner, names),
                summary == null ? null : summary.unanswered(),
                last == null ? null : last.side(),
                last == null ? "" : shortened(last.text()),
                last == null ? null : last.at(),
                tagged,
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
