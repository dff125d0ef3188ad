package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.people.Contact;
import io.renhua.people.Pair;
import io.renhua.people.Pair.End;
import io.renhua.people.Pair.Verdict;
import io.renhua.people.Statement;
import io.renhua.people.Union;
import io.renhua.people.Unions;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    public static final String RESTORED = "merge_restored";

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

    /** What came of it. */
    public sealed interface Outcome {
        /** It stands as somebody says; a colleague may have been faster. */
        record Done() implements Outcome {}

        /** They would be one with so many others that it must be a mistake. */
        record TooMany(int most) implements Outcome {}

        /** Nobody can say so of these two: another persona speaks there, several write there, or nobody does. */
        record Impossible() implements Outcome {}

        /** A colleague asks to make them one, and it is for whoever decides to say no. */
        record Asked() implements Outcome {}

        /** A colleague has made them one, or two, meanwhile. */
        record Decided() implements Outcome {}

        /** The moment for taking it back is over, or somebody has said something else since. */
        record TooLate() implements Outcome {}
    }

    /** From now on they are one. */
    public Outcome merge(ConversationId conversation, ConversationId other, String supervisor, String why) {
        return ofOnePersona(conversation, other, (transaction, two) -> {
            if (two.isOne()) {
                granted(transaction, two);
                return new Outcome.Done();
            }
            if (two.isTooMany()) {
                return new Outcome.TooMany(Union.MOST);
            }
            say(transaction, two, Verdict.ONE, why, supervisor);
            note(transaction, two, MERGED, why, supervisor);
            return new Outcome.Done();
        });
    }

    /** Asks whoever may to make them one. */
    public Outcome ask(ConversationId conversation, ConversationId other, String agent, String why) {
        return ofOnePersona(conversation, other, (transaction, two) -> {
            if (!two.isOne() && between(transaction, two, Verdict.ASKED).isEmpty()) {
                say(transaction, two, Verdict.ASKED, why, agent);
                note(transaction, two, ASKED, why, agent);
            }
            return new Outcome.Done();
        });
    }

    /**
     * They are two: nobody proposes again that they are one.
     *
     * @param mayOverrule whether what a colleague asks for may be declined
     */
    public Outcome decline(ConversationId conversation, ConversationId other, String agent, boolean mayOverrule) {
        return ofOnePersona(conversation, other, (transaction, two) -> {
            if (two.isOne()) {
                granted(transaction, two);
                return new Outcome.Decided();
            }
            boolean isOthers = between(transaction, two, Verdict.ASKED)
                    .filter(pair -> !pair.said().agent().equals(agent))
                    .isPresent();
            if (isOthers && !mayOverrule) {
                return new Outcome.Asked();
            }
            if (between(transaction, two, Verdict.DECLINED).isEmpty()) {
                say(transaction, two, Verdict.DECLINED, "", agent);
                note(transaction, two, DECLINED, "", agent);
            }
            return new Outcome.Done();
        });
    }

    /** As it was before somebody said so of the two a moment ago; a separation is taken back whole, wherever it cut. */
    public Outcome undo(ConversationId conversation, ConversationId other, String agent) {
        return about(conversation, other, (transaction, two) -> {
            var now = clock.instant();
            var said = between(transaction, two)
                    .filter(pair -> pair.said().agent().equals(agent))
                    .filter(pair -> !pair.said().at().plus(times.undo()).isBefore(now));
            if (said.isEmpty()) {
                return new Outcome.TooLate();
            }
            var all = saidWith(transaction, said.get());
            if (all.stream().anyMatch(Merges::wasOne)) {
                return rejoin(transaction, two, all, agent);
            }
            takeBack(transaction, said.get());
            note(transaction, two, said.get().is(Verdict.ONE) ? UNDONE : TAKEN_BACK, "", agent);
            return new Outcome.Done();
        });
    }

    /** What was said by the same act: of these two, and of whoever tied them to each other. */
    private List<Pair> saidWith(Transaction transaction, Pair pair) {
        var said = pair.said();
        return Stream.of(pair.one(), pair.other())
                .flatMap(end -> unions.of(transaction, end.contact()).stream())
                .filter(each -> each.is(said.verdict())
                        && each.said().agent().equals(said.agent())
                        && each.said().at().equals(said.at()))
                .distinct()
                .toList();
    }

    private static boolean wasOne(Pair pair) {
        var before = pair.said().before();
        return pair.is(Verdict.DECLINED) && before != null && before.verdict() == Verdict.ONE;
    }

    /** A separation is taken back: each tie that it cut holds again, as whoever made it has said. */
    private Outcome rejoin(Transaction transaction, Twosome two, List<Pair> cut, String agent) {
        if (!two.isOne() && two.isTooMany()) {
            return new Outcome.TooMany(Union.MOST); // others are one with them since
        }
        cut.forEach(pair -> takeBack(transaction, pair));
        var ofOne = two.ofOne();
        two.everybody()
                .forEach(end -> note(
                        transaction,
                        end,
                        ofOne.holds(end.contact())
                                ? two.other().contact()
                                : two.one().contact(),
                        RESTORED,
                        "",
                        agent));
        return new Outcome.Done();
    }

    /** What was said of the two before stands again. */
    private void takeBack(Transaction transaction, Pair pair) {
        var before = pair.said().before();
        if (before == null) {
            unions.remove(transaction, pair);
        } else {
            unions.put(transaction, new Pair(pair.one(), pair.other(), before));
        }
    }

    /** They are two again, and whoever was one with the other alone goes along; nobody proposes them again. */
    public Outcome separate(ConversationId conversation, ConversationId other, String supervisor) {
        return about(conversation, other, (transaction, two) -> {
            if (!two.isOne()) {
                return new Outcome.Decided();
            }
            var from = two.one().contact();
            var to = two.other().contact();
            var now = clock.instant(); // one act, by which all of it is taken back
            boolean saidOfThem = false;
            for (var link = unions.around(transaction, from).to(to);
                    link.isPresent(); // once, unless two were made one at the same moment by two ways
                    link = unions.around(transaction, from).to(to)) {
                var tie = link.get().by();
                say(transaction, tie.one(), tie.other(), Verdict.DECLINED, "", supervisor, now);
                saidOfThem |= tie.beyond(to).contact().equals(from);
            }
            if (!saidOfThem) {
                say(transaction, two.one(), two.other(), Verdict.DECLINED, "", supervisor, now);
            }
            var staying = unions.around(transaction, from);
            two.everybody()
                    .forEach(end -> note(
                            transaction, end, staying.holds(end.contact()) ? to : from, SEPARATED, "", supervisor));
            return new Outcome.Done();
        });
    }

    /** What is asked for is so by another way, and nobody has to decide it any more. */
    private void granted(Transaction transaction, Twosome two) {
        between(transaction, two, Verdict.ASKED).ifPresent(pair -> unions.remove(transaction, pair));
    }

    private Optional<Pair> between(Transaction transaction, Twosome two, Verdict verdict) {
        return between(transaction, two).filter(pair -> pair.is(verdict));
    }

    private Optional<Pair> between(Transaction transaction, Twosome two) {
        return unions.between(transaction, two.one().contact(), two.other().contact());
    }

    private void say(Transaction transaction, Twosome two, Verdict verdict, String why, String agent) {
        say(transaction, two.one(), two.other(), verdict, why, agent, clock.instant());
    }

    private void say(
            Transaction transaction, End one, End other, Verdict verdict, String why, String agent, Instant at) {
        var before = unions.between(transaction, one.contact(), other.contact())
                .map(Pair::said)
                .orElse(null);
        var said = new Statement(verdict, why, agent, at, null).after(before);
        unions.put(transaction, new Pair(one, other, said));
    }

    private interface About {
        Outcome two(Transaction transaction, Twosome two);
    }

    private Outcome ofOnePersona(ConversationId conversation, ConversationId other, About about) {
        return likenesses.canBe(conversation, other) ? about(conversation, other, about) : new Outcome.Impossible();
    }

    /** Holds everybody whom it is about: both, and whoever is one with either. */
    private Outcome about(ConversationId conversation, ConversationId other, About about) {
        Optional<Outcome> came = Optional.empty();
        while (came.isEmpty()) { // again where somebody is one with them since it was looked
            var lanes = Stream.concat(
                            Stream.of(conversation.toString(), other.toString()),
                            Twosome.of(unions, store, conversation, other).stream()
                                    .flatMap(Twosome::lanes))
                    .distinct()
                    .toList();
            came = store.commit(lanes, transaction -> held(transaction, lanes, conversation, other, about));
        }
        return came.get();
    }

    private Optional<Outcome> held(
            Transaction transaction,
            List<String> lanes,
            ConversationId conversation,
            ConversationId other,
            About about) {
        var two = Twosome.of(unions, transaction, conversation, other);
        if (two.isEmpty()) {
            return Optional.of(new Outcome.Impossible());
        }
        return two.filter(each -> each.lanes().allMatch(lanes::contains)).map(each -> about.two(transaction, each));
    }

    /** In both; never whom the other is, so that nothing of them is left once they are erased. */
    private void note(Transaction transaction, Twosome two, String kind, String why, String actor) {
        note(transaction, two.one(), two.other().contact(), kind, why, actor);
        note(transaction, two.other(), two.one().contact(), kind, why, actor);
    }

    private void note(Transaction transaction, End end, Contact other, String kind, String why, String actor) {
        var words = (other.channel() + " " + why).strip();
        journal.append(transaction, new Happening.Noted(end.conversation(), clock.instant(), kind, words, actor));
    }
}
