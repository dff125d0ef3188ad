package io.renhua.server;

import io.renhua.connector.Identity;
import io.renhua.conversation.Allowance;
import io.renhua.handoff.Ownership;
import io.renhua.message.ConversationId;
import io.renhua.server.Marks.Mark;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows conversations as a reader may see them. */
@Singleton
final class DeskCards {
    private static final int WORDS = 140;

    private final Attentions attentions;
    private final DeskNames names;
    private final DeskWords words;
    private final Discretion discretion;

    DeskCards(Attentions attentions, DeskNames names, DeskWords words, Discretion discretion) {
        this.attentions = attentions;
        this.names = names;
        this.words = words;
        this.discretion = discretion;
    }

    /** A conversation, whoever reads of it. */
    record Entry(
            ConversationId conversation,
            Ownership owner,
            @Nullable TranscriptSummary summary,
            Mark mark) {}

    /** Several, as they stand in lists. */
    List<DeskCard> of(StaffMember me, String language, List<Entry> entries) {
        var reader = attentions.of(me, entries.stream().map(Entry::conversation).toList());
        return entries.stream()
                .map(entry -> card(me, entry, language, null, reader))
                .toList();
    }

    /** One as it stands, with what its platform still allows. */
    DeskCard of(StaffMember me, String language, Entry entry) {
        var reader = attentions.of(me, List.of(entry.conversation()));
        return card(
                me, entry, language, attentions.allowance(entry.conversation()).orElse(null), reader);
    }

    private DeskCard card(
            StaffMember me, Entry entry, String language, @Nullable Allowance allowance, Attentions.Reader reader) {
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
                Identity.isSignedIn(conversation),
                conversation.channel(),
                persona == null ? names.speaker(conversation.channel(), language) : persona,
                DeskStand.of(entry.owner(), names),
                summary == null ? null : summary.unanswered(),
                last == null ? null : last.side(),
                last == null ? "" : shortened(sight.over(last.text())),
                last == null ? null : last.at(),
                entry.mark().tags(),
                entry.mark().urgent(),
                entry.mark().flood(),
                entry.mark().block(),
                allowance,
                summary == null ? null : reader.in(summary, entry.owner()));
    }

    private static String shortened(String text) {
        var line = text.replace('\n', ' ');
        return line.length() <= WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(WORDS, line.codePointCount(0, line.length()))));
    }
}
