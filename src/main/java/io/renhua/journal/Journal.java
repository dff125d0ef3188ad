package io.renhua.journal;

import io.renhua.message.ConversationId;
import io.renhua.store.Bell.Topic;
import io.renhua.store.Json;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Appends happenings, reads them back in order, and tells who listens that there is more. */
public final class Journal {
    /** A chat that is none, by which it is seen that pages are told: what happens in it nobody else is told of. */
    public static final ConversationId PROBE = new ConversationId("_probe", "desk");

    private static final String APPEND = """
            insert into journal
              (at, conversation, channel, kind, happening, person, speaker, persona, intent, outbound_id, body, trace)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String HEARD =
            "select seq from journal where conversation = ? and kind = 'Received' and at >= ? limit 1";

    private static final String NOTED = """
            select seq, happening from journal where conversation = ? and kind = 'Noted'
            order by conversation desc, seq desc limit 100""";

    private static final String SAID = """
            select seq, happening from journal where conversation = ? and seq > ? and kind = 'Said'
            order by conversation, seq limit 200""";

    private static final String LAST = """
            select happening from journal where conversation = ? order by conversation desc, seq desc limit ?""";

    private static final String LAST_RECEIVED = """
            where seq in (select max(seq) from journal
            where kind = 'Received' and conversation in (<names>) group by conversation)""";

    static final String NEXT_CHANNEL = "select channel from journal where channel > ? order by channel limit 1";

    static final String SINCE =
            "select seq from journal where channel = ? and at >= ? order by channel, at, seq limit 1";

    private static final Duration APART = Duration.ofMinutes(1);

    private static final String END = "select coalesce(max(seq), 0) from journal";

    private final Store store;
    private final List<Consumer<ConversationId>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Happening>> witnesses = new CopyOnWriteArrayList<>();

    public Journal(Store store) {
        this.store = store;
        store.bell().listen(Topic.JOURNAL, text -> tell(ConversationId.parse(text)));
    }

    /** Appends as part of a transaction; listeners hear of it once it is durable. */
    public void append(Transaction transaction, Happening happening) {
        append(transaction, happening, null);
    }

    /**
     * The same with why it happened.
     *
     * @param trace as JSON; of several bubbles that are said for one reason the first has it
     */
    public void append(Transaction transaction, Happening happening, @Nullable String trace) {
        transaction.mustHold(happening.conversation().toString()); // or a page that reads on could pass it over
        var row = Row.of(happening);
        transaction.update(
                APPEND,
                happening.at(),
                happening.conversation().toString(),
                happening.conversation().channel(),
                happening.getClass().getSimpleName(),
                Json.write(happening),
                row.person(),
                row.speaker(),
                row.persona(),
                row.intent(),
                row.outboundId(),
                row.words(),
                trace);
        transaction.afterwards(() -> {
            if (!happening.conversation().equals(PROBE)) {
                witnesses.forEach(witness -> witness.accept(happening));
            }
            tell(happening.conversation());
            store.bell().ring(Topic.JOURNAL, happening.conversation().toString());
        });
    }

    private void tell(ConversationId conversation) {
        listeners.forEach(listener -> listener.accept(conversation));
    }

    /** The last place before which nothing can come any more. */
    public long settled() {
        long end = store.commit(transaction ->
                transaction.handle().createQuery(END).mapTo(Long.class).one());
        store.awaitWriters("journal"); // whoever has a lower place and is not there yet is writing now
        return end;
    }

    /**
     * A place before a moment: after it stands what happened since, and what happened up to a minute before, as the clocks of
     * nodes are not the same.
     */
    public long before(Instant moment) {
        var from = moment.minus(APART);
        return channels(store).stream()
                .flatMap(channel -> store.list(SINCE, row -> row.getLong(1), channel, from).stream())
                .min(Long::compare)
                .map(first -> first - 1)
                .orElseGet(() -> store.list(END, row -> row.getLong(1)).getFirst());
    }

    /** Every channel on which anything happened, our own among them: one look for each, however much is kept. */
    public static List<String> channels(Queries queries) {
        var channels = new ArrayList<String>();
        for (var next = after(queries, ""); !next.isEmpty(); next = after(queries, next.getFirst())) {
            channels.addAll(next);
        }
        return channels;
    }

    private static List<String> after(Queries queries, String channel) {
        return queries.list(NEXT_CHANNEL, row -> row.getString(1), channel);
    }

    /** What happened in a conversation after a place in the journal, oldest first. */
    public List<JournalEntry> after(ConversationId conversation, long seq, int most) {
        return entries(
                "where conversation = :conversation and seq > :seq order by seq limit :most",
                query -> query.bind("conversation", conversation.toString())
                        .bind("seq", seq)
                        .bind("most", most));
    }

    /** What was said on our side after a place in the journal, as a transaction sees it, oldest first. */
    public List<JournalEntry> said(Queries queries, ConversationId conversation, long seq) {
        return queries.list(
                SAID,
                row -> new JournalEntry(row.getLong("seq"), Json.read(row.getString("happening"), Happening.class)),
                conversation.toString(),
                seq);
    }

    /** The last happenings of a conversation as a transaction sees it, oldest first. */
    public List<Happening> last(Queries queries, ConversationId conversation, int most) {
        return queries.list(
                        LAST,
                        row -> Json.read(row.getString("happening"), Happening.class),
                        conversation.toString(),
                        most)
                .reversed();
    }

    /** The last notes of a kind in a conversation, as a transaction sees them, the latest first. */
    public List<JournalEntry> noted(Queries queries, ConversationId conversation, String kind) {
        return queries
                .list(
                        NOTED,
                        row -> new JournalEntry(
                                row.getLong("seq"), Json.read(row.getString("happening"), Happening.class)),
                        conversation.toString())
                .stream()
                .filter(entry -> entry.happening() instanceof Happening.Noted note
                        && note.kind().equals(kind))
                .toList();
    }

    /** Whether somebody wrote in a conversation since a moment, as a transaction sees it. */
    public boolean hasHeard(Queries queries, ConversationId conversation, Instant since) {
        return !queries.list(HEARD, row -> row.getLong(1), conversation.toString(), since)
                .isEmpty();
    }

    /** The last happenings of a conversation, oldest first. */
    public List<JournalEntry> last(ConversationId conversation, int most) {
        return entries(
                        "where conversation = :conversation order by conversation desc, seq desc limit :most",
                        query -> query.bind("conversation", conversation.toString())
                                .bind("most", most))
                .reversed();
    }

    /** Everything after a place in the journal, over all conversations: for those who follow it, up to what is settled. */
    public List<JournalEntry> all(long afterSeq, int most) {
        return entries(
                "where seq > :seq and conversation <> '" + PROBE + "' order by seq limit :most",
                query -> query.bind("seq", afterSeq).bind("most", most));
    }

    /** Everything after a place and up to another, as it is kept: also what this version cannot read. */
    public List<JournalLine> lines(long afterSeq, long upTo, int most) {
        return store.read(handle -> handle.createQuery("""
                        select seq, conversation, kind, happening from journal
                        where seq > :after and seq <= :upTo and conversation <> :probe order by seq limit :most""")
                .bind("probe", PROBE.toString())
                .bind("after", afterSeq)
                .bind("upTo", upTo)
                .bind("most", most)
                .map((rows, context) -> new JournalLine(
                        rows.getLong("seq"),
                        rows.getString("conversation"),
                        rows.getString("kind"),
                        rows.getString("happening")))
                .list());
    }

    /** The last happenings of a conversation up to a place in the journal, oldest first. */
    public List<JournalEntry> upTo(ConversationId conversation, long seq, int most) {
        return entries(
                        "where conversation = :conversation and seq <= :seq order by conversation desc, seq desc limit :most",
                        query -> query.bind("conversation", conversation.toString())
                                .bind("seq", seq)
                                .bind("most", most))
                .reversed();
    }

    /** What stands at a place; empty where nothing does, or not any more. */
    public Optional<JournalEntry> at(long seq) {
        return entries("where seq = :seq", query -> query.bind("seq", seq)).stream()
                .findFirst();
    }

    /** What stands at some places. */
    public List<JournalEntry> at(Collection<Long> places) {
        return places.isEmpty()
                ? List.of()
                : entries("where seq in (<places>)", query -> query.bindList("places", List.copyOf(places)));
    }

    /** The last thing that came in of each of some conversations. */
    public List<Happening.Received> lastReceived(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        var names =
                conversations.stream().map(ConversationId::toString).distinct().toList();
        return entries(LAST_RECEIVED, query -> query.bindList("names", names)).stream()
                .map(entry -> (Happening.Received) entry.happening())
                .toList();
    }

    /** What happened last of a kind in a conversation before a place in the journal. */
    public Optional<JournalEntry> lastBefore(ConversationId conversation, long seq, Class<? extends Happening> kind) {
        return entries(
                        "where conversation = :conversation and seq < :seq and kind = :kind"
                                + " order by conversation desc, seq desc limit 1",
                        query -> query.bind("conversation", conversation.toString())
                                .bind("seq", seq)
                                .bind("kind", kind.getSimpleName()))
                .stream()
                .findFirst();
    }

    /** The bubbles that one call carries, in their order. */
    public List<JournalEntry> saidIn(String outboundId) {
        return entries(
                "where outbound_id = :call and kind = 'Said' order by seq", query -> query.bind("call", outboundId));
    }

    /** The last bubbles that personas said, or one of them, the latest first. */
    public List<JournalEntry> lastSaid(@Nullable String persona, int most) {
        return entries(
                "where kind = 'Said' and speaker = 'BOT' and persona = coalesce(:persona, persona)"
                        + " order by seq desc limit :most",
                query -> query.bind("persona", persona).bind("most", most));
    }

    /** Why a bubble was said, as JSON: told with it, or with the one before it that was said at once with it. */
    public Optional<String> trace(ConversationId conversation, long seq) {
        return store.list("""
                        select trace from journal
                        where conversation = ? and seq <= ? and kind = 'Said' and trace is not null
                        order by conversation desc, seq desc limit 1""", row -> row.getString(1), conversation.toString(), seq).stream()
                .findFirst();
    }

    /** The last messages that a persona did not understand, or one of them, the latest first. */
    public List<JournalEntry> lastMissed(@Nullable String persona, int most) {
        return entries(
                "where kind = 'Understood' and intent is null and persona = coalesce(:persona, persona)"
                        + " order by seq desc limit :most",
                query -> query.bind("persona", persona).bind("most", most));
    }

    /** What is kept with what was understood, as JSON by its place: between two places, the later one included. */
    public Map<Long, String> hearings(long after, long upTo) {
        return store.list("""
                        select seq, trace from journal
                        where seq > ? and seq <= ? and kind = 'Understood' and trace is not null""", row -> Map.entry(row.getLong(1), row.getString(2)), after, upTo).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<JournalEntry> entries(String where, Consumer<Query> binding) {
        return store.read(handle -> {
            var query = handle.createQuery("select seq, happening from journal " + where);
            binding.accept(query);
            return query.map((rows, context) -> new JournalEntry(
                            rows.getLong("seq"), Json.read(rows.getString("happening"), Happening.class)))
                    .list();
        });
    }

    /** Calls the listener after each commit that touched a conversation. It must be quick; it may be called late. */
    public Listening listen(Consumer<ConversationId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Gives the witness each happening that this process appends, once it is durable. It must be quick. */
    public Listening witness(Consumer<Happening> witness) {
        witnesses.add(witness);
        return () -> witnesses.remove(witness);
    }

    /** Runs when something may have happened on another node without our hearing of it. */
    public void onGap(Runnable listener) {
        store.bell().onGap(listener);
    }

    /** Ends when closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    private record Row(
            @Nullable String person,
            @Nullable String speaker,
            @Nullable String persona,
            @Nullable String intent,
            @Nullable String outboundId,
            @Nullable String body) {

        /** The words without NUL, which PostgreSQL does not take; the happening itself keeps it, escaped. */
        @Nullable
        String words() {
            return body == null ? null : body.replace('\0', ' ');
        }

        static Row of(Happening happening) {
            return switch (happening) {
                case Happening.Received received ->
                    new Row(
                            received.person().id(),
                            "PERSON",
                            null,
                            null,
                            null,
                            received.content().asText());
                case Happening.Understood understood ->
                    new Row(null, null, understood.persona(), understood.intent(), null, null);
                case Happening.Said said ->
                    new Row(
                            null,
                            said.speaker().kind().name(),
                            said.persona(),
                            said.line(),
                            said.outboundId(),
                            said.content().asText());
                case Happening.Settled settled ->
                    new Row(
                            null,
                            null,
                            null,
                            null,
                            settled.outboundId(),
                            settled.state().name());
                case Happening.Passed passed -> new Row(null, null, null, passed.why(), null, passed.owner());
                case Happening.Noted noted -> new Row(null, null, null, null, null, noted.why());
            };
        }
    }
}
