package io.renhua.handoff;

import io.renhua.handoff.Draft.Found;
import io.renhua.handoff.Draft.Overtaken;
import io.renhua.handoff.Draft.Saved;
import io.renhua.handoff.Draft.Written;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Speaker;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What agents have begun to write: with them on every device, and never lost to whoever answers next. */
public final class DeskDrafts {
    /** The kind of note that tells the next owner what somebody had begun to write. */
    public static final String BEGUN = "begun";

    /** So long is kept what nobody came back to. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** What lines begin with in which the persona says who comes and goes. */
    private static final String ABOUT_HANDS = "handoff.";

    private static final int BITE = 1_000;
    private static final String NOBODY = "";

    private final Store store;
    private final Journal journal;
    private final Clock clock;

    public DeskDrafts(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** What somebody finds where they write. */
    public Found of(ConversationId conversation, String login) {
        var draft = DraftRows.of(store, conversation, login, false).orElse(null);
        var late = overtaken(store, conversation, draft);
        if (late != null) {
            return new Found(null, late);
        }
        var aside = DraftRows.of(store, conversation, login, true).orElse(null);
        return new Found(draft, overtaken(store, conversation, aside));
    }

    /** Keeps what is written. What was overtaken is set aside, and dropped by {@link #dropFormer} alone. */
    public Saved save(ConversationId conversation, String login, Written written) {
        return store.commit(conversation.toString(), transaction -> save(transaction, conversation, login, written));
    }

    private Saved save(Transaction transaction, ConversationId conversation, String login, Written written) {
        var before = DraftRows.of(transaction, conversation, login, false).orElse(null);
        if (before != null && isOther(before, written) && overtaken(transaction, conversation, before) != null) {
            DraftRows.setAside(transaction, conversation, login);
            before = null;
        }
        if (before != null && isOther(before, written) && !before.at().equals(written.before())) {
            return new Saved.Elsewhere(before);
        }
        if (written.words().isBlank()) {
            DraftRows.drop(transaction, conversation, login, false);
            return new Saved.Kept(null);
        }
        var draft = new Draft(login, written.words(), written.note(), written.seen(), after(before));
        DraftRows.put(transaction, conversation, draft);
        return new Saved.Kept(draft);
    }

    private static boolean isOther(Draft before, Written written) {
        return !before.words().equals(written.words());
    }

    /** Now, and later than the state before. */
    private Instant after(@Nullable Draft before) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return before == null || now.isAfter(before.at()) ? now : before.at().plusMillis(1);
    }

    /** What was overtaken is taken again as another draft, or not wanted. */
    public void dropFormer(ConversationId conversation, String login) {
        store.write(conversation.toString(), transaction -> {
            DraftRows.drop(transaction, conversation, login, true);
            var draft = DraftRows.of(transaction, conversation, login, false).orElse(null);
            if (overtaken(transaction, conversation, draft) != null) {
                DraftRows.drop(transaction, conversation, login, false);
            }
        });
    }

    /** They were said, or noted: nothing is left to write. */
    public void used(Transaction transaction, ConversationId conversation, String login, String words) {
        DraftRows.of(transaction, conversation, login, false)
                .filter(draft -> draft.words().strip().equals(words.strip()))
                .ifPresent(_ -> DraftRows.drop(transaction, conversation, login, false));
    }

    /** The conversation changes hands, and so do the replies that others have begun: once, as notes. */
    public void follow(Transaction transaction, ConversationId conversation, Ownership from, Ownership to) {
        switch (to) {
            case Ownership.Human human when !isBack(from, human) -> passOn(transaction, conversation, human.agent());
            case Ownership.Bot bot when from instanceof Ownership.Wrap -> DraftRows.clear(transaction, conversation);
            case Ownership.Bot bot -> DraftRows.passedOn(transaction, conversation, NOBODY);
            case Ownership.Closed closed -> DraftRows.clear(transaction, conversation);
            default -> {}
        }
    }

    /** Whether they had it all the while. */
    private static boolean isBack(Ownership from, Ownership.Human to) {
        return from.speaker().filter(to.agent()::equals).isPresent();
    }

    private void passOn(Transaction transaction, ConversationId conversation, String reader) {
        var unheard = DraftRows.unheard(transaction, conversation, reader);
        unheard.stream()
                .filter(draft -> others(transaction, conversation, draft, DeskDrafts::isPersons)
                        .isEmpty())
                .forEach(draft -> journal.append(
                        transaction, new Noted(conversation, clock.instant(), BEGUN, draft.words(), draft.login())));
        if (!unheard.isEmpty()) {
            DraftRows.passedOn(transaction, conversation, reader);
        }
    }

    /** Forgets some of what nobody came back to; how many. */
    public int forget() {
        return store.commit(
                transaction -> DraftRows.forget(transaction, clock.instant().minus(KEPT), BITE));
    }

    private @Nullable Overtaken overtaken(Queries queries, ConversationId conversation, @Nullable Draft draft) {
        return draft == null || draft.note()
                ? null
                : others(queries, conversation, draft, DeskDrafts::isPublic)
                        .map(said -> new Overtaken(draft, said.speaker().name(), said.at()))
                        .orElse(null);
    }

    /** What somebody else said first after a draft was written. */
    private Optional<Said> others(Queries queries, ConversationId conversation, Draft draft, Predicate<Said> counts) {
        return journal.said(queries, conversation, draft.seen()).stream()
                .map(entry -> (Said) entry.happening())
                .filter(said -> !draft.login().equals(said.actor()))
                .filter(counts)
                .findFirst();
    }

    private static boolean isPersons(Said said) {
        return said.speaker().kind() == Speaker.Kind.HUMAN;
    }

    /** But for what the persona says of who comes and goes. */
    private static boolean isPublic(Said said) {
        var line = said.line();
        return isPersons(said) || line == null || !line.startsWith(ABOUT_HANDS);
    }
}
