package io.renhua.server;

import io.renhua.conversation.Replies;
import io.renhua.handoff.DeskDrafts;
import io.renhua.journal.Happening;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.server.TranscriptLine.Fate;
import io.renhua.server.TranscriptLine.Meaning;
import io.renhua.server.TranscriptLine.Side;
import io.renhua.server.TranscriptLine.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Folds the happenings of one conversation, given in order, into the lines that people read. Not safe to share. */
final class TranscriptFold {
    private final TreeMap<Long, TranscriptLine> lines = new TreeMap<>();
    private final Map<String, List<Long>> byCall = new HashMap<>();
    private final Map<String, Long> byMessage = new HashMap<>();
    private String owner = "bot";
    private @Nullable Person person;
    private @Nullable Meaning meaning;
    private @Nullable String persona;
    private @Nullable Instant unanswered;

    void addAll(Collection<JournalEntry> entries) {
        entries.forEach(this::add);
    }

    private void add(JournalEntry entry) {
        long seq = entry.seq();
        switch (entry.happening()) {
            case Happening.Received received -> received(seq, received);
            case Happening.Understood understood -> understood(seq, understood);
            case Happening.Said said -> said(seq, said);
            case Happening.Settled settled -> settled(seq, settled);
            case Happening.Passed passed -> passed(seq, passed);
            case Happening.Noted noted -> noted(seq, noted);
        }
    }

    private void received(long seq, Happening.Received received) {
        person = received.person();
        byMessage.put(received.messageId(), seq);
        if (unanswered == null && !(received.content() instanceof Content.Entered)) {
            unanswered = received.at();
        }
        put(seq, received.at(), Side.PERSON, received.person().name(), received.content(), null, null, null, null);
    }

    private void understood(long seq, Happening.Understood understood) {
        persona = understood.persona();
        var line = byMessage.get(understood.messageId());
        var meant = new Meaning(understood.intent(), understood.confidence(), understood.band(), understood.locale());
        meaning = isWithoutWords(line) ? null : meant;
        if (line != null && meaning != null) {
            change(line, before -> before.meaning(seq, meant));
        }
    }

    /** Whoever comes in says nothing yet that could be understood or not. */
    private boolean isWithoutWords(@Nullable Long line) {
        var said = line == null ? null : lines.get(line);
        return said != null && said.content() instanceof Content.Entered;
    }

    private void said(long seq, Happening.Said said) {
        boolean bot = said.speaker().kind() == Speaker.Kind.BOT;
        byCall.computeIfAbsent(said.outboundId(), call -> new ArrayList<>()).add(seq);
        unanswered = null;
        persona = said.persona() == null ? persona : said.persona();
        put(
                seq,
                said.at(),
                bot ? Side.BOT : Side.HUMAN,
                said.speaker().name(),
                said.content(),
                new Source(
                        said.persona(),
                        said.version(),
                        said.line(),
                        said.speaker().face()),
                bot ? meaning : null,
                new Fate("going", null),
                said.actor());
    }

    private void settled(long seq, Happening.Settled settled) {
        var fate = new Fate(settled.state().name().toLowerCase(Locale.ROOT), settled.why());
        byCall.getOrDefault(settled.outboundId(), List.of())
                .forEach(line -> change(line, before -> before.fate(seq, fate)));
    }

    private void passed(long seq, Happening.Passed passed) {
        owner = passed.owner();
        meaning = owner.equals("queued") ? meaning : null;
        var why = passed.why() == null ? "" : passed.why();
        desk(seq, passed.at(), passed.by(), "passed", why, passed.actor());
    }

    private void noted(long seq, Happening.Noted noted) {
        boolean words = noted.kind().equals(Replies.NOTE) || noted.kind().equals(DeskDrafts.BEGUN);
        desk(
                seq,
                noted.at(),
                words ? noted.actor() : noted.kind(),
                words ? noted.kind() : "noted",
                noted.why(),
                noted.actor());
    }

    private void put(
            long seq,
            Instant at,
            Side side,
            @Nullable String name,
            Content content,
            @Nullable Source source,
            @Nullable Meaning meant,
            @Nullable Fate fate,
            @Nullable String actor) {
        var form = content.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        lines.put(
                seq,
                new TranscriptLine(
                        seq,
                        seq,
                        at,
                        side,
                        name,
                        form,
                        content.asText(),
                        content,
                        person,
                        owner,
                        source,
                        meant,
                        fate,
                        actor));
    }

    private void desk(long seq, Instant at, @Nullable String name, String form, String text, @Nullable String actor) {
        lines.put(
                seq,
                new TranscriptLine(
                        seq, seq, at, Side.DESK, name, form, text, null, person, owner, null, null, null, actor));
    }

    private void change(long line, UnaryOperator<TranscriptLine> change) {
        lines.computeIfPresent(line, (seq, before) -> change.apply(before));
    }

    List<TranscriptLine> lines() {
        return List.copyOf(lines.values());
    }

    /** Takes the oldest lines out, so that as many as said are left: what follows still changes those. */
    List<TranscriptLine> drain(int left) {
        var drained = new ArrayList<TranscriptLine>();
        while (lines.size() > left) {
            drained.add(lines.pollFirstEntry().getValue());
        }
        return drained;
    }

    Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    Optional<String> persona() {
        return Optional.ofNullable(persona);
    }

    /** Since when the person has been waiting for a word from us. */
    Optional<Instant> unanswered() {
        return Optional.ofNullable(unanswered);
    }
}
