package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.people.Contact;
import io.renhua.people.Pair;
import io.renhua.people.Pair.End;
import io.renhua.people.Pair.Verdict;
import io.renhua.people.Union;
import io.renhua.people.Unions;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes one person of two contacts because somebody at the desk says that they are, and two again. What is said stays where it
 * was said: conversations, channels, blocks and consent are as they were.
 */
public final class Merges {
    /** The kinds of notes about it; their words are the other's channel, and why. */
    public static final String MERGED = "merged";

    public static final String ASKED = "merge_asked";
    public static final String DECLINED = "merge_declined";
    public static final String UNDONE = "merge_undone";
    public static final String TAKEN_BACK = "merge_taken_back";
    public static final String SEPARATED = "separated";

    private final Store store;
    private final Likenesses likenesses;
    private final Unions unions;
    private final Journal journal;
    private final DeskTimes times;
    private final Clock clock;

    public Merges(Store store, Likenesses likenesses, Unions unions, Journal journal, DeskTimes times, Clock clock) {
        this.store = store;
        this.likenesses = likenesses;
        this.unions = unions;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    /** From now on they are one. */
    public boolean merge(ConversationId conversation, ConversationId other, String supervisor, String why) {
        return likenesses.canBe(conversation, other)
                && about(conversation, other, (transaction, two) -> {
                    var union = unions.around(transaction, two.one().contact());
                    if (union.holds(two.other().contact())) {
                        granted(transaction, two);
                        return true; // somebody was faster
                    }
                    if (isTooMany(transaction, two)) {
                        return false;
                    }
                    var asker = between(transaction, two)
                            .filter(pair -> pair.is(Verdict.ASKED))
                            .map(Pair::agent)
                            .orElse(null);
                    unions.put(transaction, two.are(Verdict.ONE, why, supervisor, asker));
                    note(transaction, two, MERGED, why, supervisor);
                    return true;
                });
    }

    /** Asks whoever may to make them one. */
    public boolean ask(ConversationId conversation, ConversationId other, String agent, String why) {
        return likenesses.canBe(conversation, other)
                && about(conversation, other, (transaction, two) -> {
                    var union = unions.around(transaction, two.one().contact());
                    if (!union.holds(two.other().contact())
                            && between(transaction, two)
                                    .filter(pair -> pair.is(Verdict.ASKED))
                                    .isEmpty()) {
                        unions.put(transaction, two.are(Verdict.ASKED, why, agent, null));
                        note(transaction, two, ASKED, why, agent);
                    }
                    return true;
                });
    }

    /**
     * They are two: nobody proposes again that they are one.
     *
     * @param mayOverrule whether what a colleague asks for may be declined
     */
    public boolean decline(ConversationId conversation, ConversationId other, String agent, boolean mayOverrule) {
        return likenesses.canBe(conversation, other)
                && about(conversation, other, (transaction, two) -> {
                    var before = between(transaction, two);
                    boolean isOthers = before.filter(pair -> pair.is(Verdict.ASKED))
                            .filter(pair -> !pair.agent().equals(agent))
                            .isPresent();
                    boolean isOne = unions.around(transaction, two.one().contact())
                            .holds(two.other().contact());
                    if (isOne) {
                        granted(transaction, two);
                        return false;
                    }
                    if (isOthers && !mayOverrule) {
                        return false;
                    }
                    var asker = before.filter(pair -> pair.is(Verdict.ASKED))
                            .map(Pair::agent)
                            .orElse(null);
                    unions.put(transaction, two.are(Verdict.DECLINED, "", agent, asker));
                    note(transaction, two, DECLINED, "", agent);
                    return true;
                });
    }

    /** As it was before somebody said so of the two a moment ago. */
    public boolean undo(ConversationId conversation, ConversationId other, String agent) {
        return about(conversation, other, (transaction, two) -> {
            var said = between(transaction, two)
                    .filter(pair -> pair.agent().equals(agent))
                    .filter(pair -> !pair.at().plus(times.undo()).isBefore(clock.instant()));
            said.ifPresent(pair -> {
                var asker = pair.asker();
                if (asker == null || asker.equals(agent)) {
                    unions.remove(transaction, pair);
                } else {
                    unions.put(transaction, pair.askedAgain(asker));
                }
                note(transaction, two, pair.is(Verdict.ONE) ? UNDONE : TAKEN_BACK, "", agent);
            });
            return said.isPresent();
        });
    }

    /** They are two again, and whoever was one with the other alone goes along; nobody proposes them again. */
    public boolean separate(ConversationId conversation, ConversationId other, String supervisor) {
        return about(conversation, other, (transaction, two) -> {
            var from = two.one().contact();
            var link = unions.around(transaction, from).to(two.other().contact());
            boolean found = link.isPresent();
            while (link.isPresent()) { // once, unless two were made one at the same moment by two ways
                var tie = link.get().by();
                unions.put(
                        transaction,
                        new Two(tie.one(), tie.other(), clock.instant()).are(Verdict.DECLINED, "", supervisor, null));
                link = unions.around(transaction, from).to(two.other().contact());
            }
            if (found) {
                unions.put(transaction, two.are(Verdict.DECLINED, "", supervisor, null));
                note(transaction, two, SEPARATED, "", supervisor);
            }
            return found;
        });
    }

    /** What is asked for is so by another way, and nobody has to decide it any more. */
    private void granted(Transaction transaction, Two two) {
        between(transaction, two)
                .filter(pair -> pair.is(Verdict.ASKED))
                .ifPresent(pair -> unions.remove(transaction, pair));
    }

    private boolean isTooMany(Transaction transaction, Two two) {
        int all = unions.around(transaction, two.one().contact()).links().size()
                + unions.around(transaction, two.other().contact()).links().size();
        return all + 1 > Union.MOST;
    }

    private Optional<Pair> between(Transaction transaction, Two two) {
        return unions.between(transaction, two.one().contact(), two.other().contact());
    }

    /** Whom it is about. */
    private record Two(End one, End other, Instant now) {
        Pair are(Verdict verdict, String why, String agent, @Nullable String asker) {
            return new Pair(one, other, verdict, why, agent, now, asker);
        }
    }

    private interface About {
        boolean two(Transaction transaction, Two two);
    }

    private boolean about(ConversationId conversation, ConversationId other, About about) {
        return store.commit(
                List.of(conversation.toString(), other.toString()),
                transaction -> two(transaction, conversation, other)
                        .filter(two -> about.two(transaction, two))
                        .isPresent());
    }

    private Optional<Two> two(Transaction transaction, ConversationId conversation, ConversationId other) {
        return end(transaction, conversation)
                .flatMap(one -> end(transaction, other)
                        .filter(Predicate.not(one::equals))
                        .map(another -> new Two(one, another, clock.instant())));
    }

    private Optional<End> end(Transaction transaction, ConversationId conversation) {
        return unions.contactIn(transaction, conversation).map(contact -> new End(contact, conversation));
    }

    /** In both; never whom the other is, so that nothing of them is left once they are erased. */
    private void note(Transaction transaction, Two two, String kind, String why, String actor) {
        note(transaction, two.one(), two.other().contact(), kind, why, actor);
        note(transaction, two.other(), two.one().contact(), kind, why, actor);
    }

    private void note(Transaction transaction, End end, Contact other, String kind, String why, String actor) {
        var words = (other.channel() + " " + why).strip();
        journal.append(transaction, new Happening.Noted(end.conversation(), clock.instant(), kind, words, actor));
    }
}
