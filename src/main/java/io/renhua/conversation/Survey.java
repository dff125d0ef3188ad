package io.renhua.conversation;

import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ratings;
import io.renhua.handoff.Ratings.Asked;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks people what a person's help was like once it is over, and takes what they say of it. */
public final class Survey {
    /** The kind of note that says whether somebody was asked, and what they said. */
    public static final String NOTE = "rating";

    private static final Duration BETWEEN = Duration.ofDays(7);
    private static final Duration SORE = Duration.ofDays(1);

    private static final String SENSITIVE = """
            select count(*) from journal
            where conversation = ? and kind = 'Understood' and at > ? and intent like 'sensitive.%'""";

    private final Store store;
    private final Ratings ratings;
    private final Announcements announcements;
    private final Channels channels;
    private final Journal journal;
    private final Clock clock;

    public Survey(
            Store store,
            Ratings ratings,
            Announcements announcements,
            Channels channels,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.ratings = ratings;
        this.announcements = announcements;
        this.channels = channels;
        this.journal = journal;
        this.clock = clock;
    }

    /** Asks whoever an agent helped, or notes why they are not asked; the agent reads that at the desk. */
    void ask(Transaction transaction, ConversationId conversation, String agent, long epoch) {
        if (!announcements.asksForRatings(transaction, conversation)) {
            return; // the persona never asks
        }
        var limits = channels.named(conversation.channel()).map(connector -> connector.limits());
        var hindrance =
                limits.isEmpty() ? Optional.of("unreachable") : hindrance(transaction, conversation, limits.get());
        if (hindrance.isEmpty()) {
            ratings.ask(transaction, conversation, epoch, agent, clock.instant());
            announcements.rate(transaction, conversation, epoch, limits.orElse(Limits.NONE));
        }
        note(transaction, conversation, hindrance.orElse("asked"));
    }

    private Optional<String> hindrance(Transaction transaction, ConversationId conversation, Limits limits) {
        var now = clock.instant();
        var allowed = Windows.of(transaction, conversation, limits);
        if (allowed.filter(left -> left.calls() == 0 || !left.until().isAfter(now))
                .isPresent()) {
            return Optional.of("window");
        }
        if (ratings.latest(transaction, conversation)
                .filter(asked -> asked.at().plus(BETWEEN).isAfter(now))
                .isPresent()) {
            return Optional.of("lately");
        }
        int sore = transaction
                .list(SENSITIVE, row -> row.getInt(1), conversation.toString(), now.minus(SORE))
                .getFirst();
        return sore > 0 ? Optional.of("sensitive") : Optional.empty();
    }

    /** What was said of the help; empty where it is about something else, and the persona answers. */
    Optional<Opinion> opinion(List<Arrival> breath, Ownership owner) {
        return (owner instanceof Closed closed && !closed.isShut()) || Opinion.isPressed(breath)
                ? ratings.latest(store, conversation(breath))
                        .flatMap(asked -> Opinion.in(breath, asked, clock.instant()))
                : Optional.empty();
    }

    /** Keeps what was said, and thanks them unless a person has the word. */
    void enter(Transaction transaction, List<Arrival> breath, Ownership owner, Opinion opinion) {
        var conversation = conversation(breath);
        ratings.latest(transaction, conversation).ifPresent(asked -> {
            keep(transaction, conversation, asked, opinion);
            if (owner instanceof Closed || owner instanceof Bot) {
                announcements.thank(
                        transaction, breath.getLast().message(), owner.epoch(), opinion, limits(conversation));
            }
        });
    }

    private void keep(Transaction transaction, ConversationId conversation, Asked asked, Opinion opinion) {
        switch (opinion) {
            case Opinion.Score(var points) -> {
                ratings.score(transaction, conversation, asked, points);
                note(transaction, conversation, String.valueOf(points));
            }
            case Opinion.MoreToSay() -> ratings.tell(transaction, conversation, asked, clock.instant());
            case Opinion.Remark(var words) -> ratings.remark(transaction, conversation, asked, words);
        }
    }

    private Limits limits(ConversationId conversation) {
        return channels.named(conversation.channel())
                .map(connector -> connector.limits())
                .orElse(Limits.NONE);
    }

    private void note(Transaction transaction, ConversationId conversation, String why) {
        journal.append(transaction, new Happening.Noted(conversation, clock.instant(), NOTE, why));
    }

    private static ConversationId conversation(List<Arrival> breath) {
        return breath.getFirst().message().conversation();
    }
}
