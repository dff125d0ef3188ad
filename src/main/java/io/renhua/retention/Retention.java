package io.renhua.retention;

import io.renhua.conversation.LegalHolds;
import io.renhua.conversation.Personas;
import io.renhua.conversation.Unfinished;
import io.renhua.handoff.Desk;
import io.renhua.journal.RelayPlace;
import io.renhua.message.ConversationId;
import io.renhua.retention.Leaving.Came;
import io.renhua.retention.Leaving.Left;
import io.renhua.retention.MediaLeaving.MediaLeft;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of what is older than was promised to those who said it: one node at a time, and from where it was cut off, since what
 * has left is not found again.
 */
public final class Retention implements Forgetting {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String TURN = "retention";
    private static final String COUNT = """
            select count(*) from journal where conversation = ? and at >= ? and at < ?""";

    private final Store store;
    private final Personas personas;
    private final Clock clock;
    private final PromiseBook book;
    private final Departures departures;
    private final RelayPlace turn;
    private final Unfinished unfinished;
    private final Due due;
    private volatile boolean closing;

    /** @param personas who speak here, and so tell; nobody where the store alone is at hand */
    public Retention(Store store, Desk desk, Personas personas, Clock clock) {
        this.store = store;
        this.personas = personas;
        this.clock = clock;
        this.book = new PromiseBook(store);
        this.departures = new Departures(store);
        this.turn = new RelayPlace(store, TURN);
        this.unfinished = new Unfinished(desk);
        this.due = new Due(store);
    }

    /** Notes what people are told now. */
    void note() {
        book.note(Promise.told(personas, clock.instant()));
    }

    /** Since when it is known what is to leave: when it left last, or else when anything was promised first. */
    Optional<Instant> since() {
        return departures.last().map(Departure::began).or(book::first);
    }

    Optional<Departure> last() {
        return departures.last();
    }

    @Override
    public synchronized Optional<Account> now() {
        note();
        if (!turn.take()) {
            return Optional.empty();
        }
        try {
            var began = clock.instant();
            var account = account(new Departing());
            account.ifPresent(whole -> {
                departures.add(began, clock.instant(), whole);
                LOG.info(
                        "{} entries of {} conversations left, whose time is over, and {} pictures and sounds; {}"
                                + " conversations stay while somebody is at work in them, {} are held",
                        whole.words(),
                        whole.conversations(),
                        whole.media(),
                        whole.staying(),
                        whole.held());
            });
            return account;
        } finally {
            turn.leave();
        }
    }

    @Override
    public Account foreseen() {
        note();
        return account(new Foreseeing()).orElseGet(() -> new Account(List.of()));
    }

    /** Empty when it was cut off. */
    private Optional<Account> account(Pass.Treatment treatment) {
        var here = personas.channels();
        var shares = new ArrayList<Share>();
        for (var channel : due.channels()) {
            var pass = new Pass(channel, book.of(channel), clock.instant(), treatment, due);
            if (!pass.isWhole()) {
                return Optional.empty();
            }
            shares.add(pass.share(here.isEmpty() || here.contains(channel)));
        }
        return Optional.of(new Account(shares));
    }

    /** Ends with the few in hand. */
    @Override
    public void close() {
        closing = true;
    }

    /** It leaves. */
    private final class Departing implements Pass.Treatment {
        private final Leaving leaving = new Leaving(store, unfinished, turn);
        private final MediaLeaving pictures = new MediaLeaving(store, turn);

        @Override
        public boolean goesOn() {
            return !closing && turn.renewed().isPresent();
        }

        @Override
        public Left words(ConversationId conversation, Span over, Instant now) {
            return leaving.all(conversation, over, now);
        }

        @Override
        public Span mediaLeft(String channel, Span over) {
            return pictures.rest(channel, over);
        }

        @Override
        public MediaLeft media(List<Due.Row> rows, Instant now) {
            return pictures.all(rows, now);
        }

        @Override
        public void mediaDone(String channel, Instant moment) {
            pictures.reached(channel, moment);
        }
    }

    /** It would. */
    private final class Foreseeing implements Pass.Treatment {
        private final MediaLeaving pictures = new MediaLeaving(store, turn);

        @Override
        public boolean goesOn() {
            return !closing;
        }

        @Override
        public Left words(ConversationId conversation, Span over, Instant now) {
            if (LegalHolds.of(store, conversation, now).isPresent()) {
                return new Left(0, Came.HELD);
            }
            if (unfinished.isOpen(store, conversation)) {
                return new Left(0, Came.STAYS);
            }
            var words = store.list(COUNT, row -> row.getLong(1), conversation.toString(), over.from(), over.to());
            return new Left(words.getFirst(), Came.LEFT);
        }

        @Override
        public Span mediaLeft(String channel, Span over) {
            var left = pictures.rest(channel, over);
            var words = book.of(channel).words(clock.instant());
            boolean goes = !words.isEmpty() && words.getFirst().to().isAfter(left.from()); // those go as words do
            return goes ? new Span(words.getFirst().to(), left.to()) : left;
        }

        @Override
        public MediaLeft media(List<Due.Row> rows, Instant now) {
            return pictures.foreseen(rows, now);
        }

        @Override
        public void mediaDone(String channel, Instant moment) {}
    }
}
