package io.renhua.server;

import io.renhua.conversation.Allowance;
import io.renhua.conversation.Windows;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who owes whom a word, as one agent sees it. */
@Singleton
final class DeskLists {
    private static final int RECENT = 40;
    private static final int WORDS = 140;

    private final Desk desk;
    private final Windows windows;
    private final Transcripts transcripts;
    private final DeskNames names;
    private final DeskWords words;

    DeskLists(Desk desk, Windows windows, Transcripts transcripts, DeskNames names, DeskWords words) {
        this.desk = desk;
        this.windows = windows;
        this.transcripts = transcripts;
        this.names = names;
        this.words = words;
    }

    /**
     * @param seq the journal's end when this was so
     * @param queue the longest wait first
     * @param colleagues what others answer
     */
    record Lists(
            long seq,
            Instant now,
            List<DeskCard> mine,
            List<DeskCard> queue,
            List<DeskCard> bot,
            List<DeskCard> colleagues) {}

    Lists of(String login, String language, Instant now) {
        long seq = transcripts.end();
        Map<ConversationId, Ownership> owners = new LinkedHashMap<>();
        desk.queue().forEach(waiting -> owners.put(waiting.conversation(), waiting.queued()));
        desk.inHand().forEach(inHand -> owners.put(inHand.conversation(), inHand.human()));
        var summaries = transcripts.of(owners.keySet());
        var mine = new ArrayList<DeskCard>();
        var queue = new ArrayList<DeskCard>();
        var colleagues = new ArrayList<DeskCard>();
        owners.forEach((conversation, owner) -> {
            var card = card(conversation, summaries.get(conversation), owner, null, language);
            switch (owner) {
                case Queued queued -> queue.add(card);
                case Human human -> (human.agent().equals(login) ? mine : colleagues).add(card);
                case Bot bot -> throw new IllegalStateException("the bot neither waits nor is an agent");
            }
        });
        mine.sort(Comparator.comparing(DeskCard::unanswered, Comparator.nullsLast(Comparator.naturalOrder())));
        var bot = transcripts.recent(RECENT).stream()
                .filter(summary -> !owners.containsKey(summary.conversation()))
                .map(summary -> card(summary.conversation(), summary, Ownership.FIRST, null, language))
                .toList();
        return new Lists(seq, now, mine, queue, bot, colleagues);
    }

    /** One conversation as it stands. */
    DeskCard card(ConversationId conversation, String language) {
        var summary = transcripts.of(List.of(conversation)).get(conversation);
        var allowance = windows.of(conversation).orElse(null);
        return card(conversation, summary, desk.ownerOf(conversation), allowance, language);
    }

    private DeskCard card(
            ConversationId conversation,
            @Nullable TranscriptSummary summary,
            Ownership owner,
            @Nullable Allowance allowance,
            String language) {
        var last = summary == null ? null : summary.last();
        var persona = summary == null ? null : names.persona(summary.persona(), language);
        var agent = owner instanceof Human human ? human.agent() : null;
        var queued = owner instanceof Queued waiting ? waiting : null;
        return new DeskCard(
                conversation.toString(),
                summary == null ? 0 : summary.seq(),
                DeskNames.person(
                        summary == null ? null : summary.person(),
                        words.in(language).getOrDefault("visitor", "")),
                conversation.channel(),
                persona == null ? names.speaker(conversation.channel(), language) : persona,
                nameOf(owner),
                agent,
                agent == null ? null : names.staff(agent),
                queued == null ? null : queued.queue(),
                queued == null ? null : queued.why(),
                since(owner),
                summary == null ? null : summary.unanswered(),
                last == null ? null : last.side(),
                last == null ? "" : shortened(last.text()),
                last == null ? null : last.at(),
                allowance);
    }

    static String nameOf(Ownership owner) {
        return switch (owner) {
            case Bot bot -> "bot";
            case Queued queued -> "queued";
            case Human human -> "human";
        };
    }

    static @Nullable Instant since(Ownership owner) {
        return switch (owner) {
            case Bot bot -> null;
            case Queued queued -> queued.since();
            case Human human -> human.since();
        };
    }

    private static String shortened(String text) {
        var line = text.replace('\n', ' ');
        return line.length() <= WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(WORDS, line.codePointCount(0, line.length()))));
    }
}
