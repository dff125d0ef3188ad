package io.renhua.conversation;

import io.renhua.conversation.StandIn.Answer;
import io.renhua.handoff.Desk;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Holds what the journal and the platform saw of a conversation against what must be true; says what is not. */
final class Verdict {
    /** After these nothing more may become of a call. */
    private static final Set<State> ENDS = Set.of(State.SENT, State.REFUSED, State.WITHHELD);

    private final ConversationId conversation;
    private final StandIn platform;
    private final Evidence evidence;
    private final List<String> wrong = new ArrayList<>();

    private Verdict(Store store, StandIn platform, ConversationId conversation) {
        this.conversation = conversation;
        this.platform = platform;
        this.evidence = Evidence.of(store, conversation);
    }

    /** What is wrong once everything has come to rest. */
    static List<String> atRest(Store store, StandIn platform, Promises promised) {
        var verdict = new Verdict(store, platform, promised.conversation());
        verdict.everythingIsReceivedAndAnsweredOnce(promised.accepted());
        verdict.answersComeInTheOrderOfArrival();
        verdict.wordsAreTakenInTheOrderOfSaying();
        verdict.evidence.said().forEach(verdict::cameToItsEnd);
        verdict.onlyWhatNobodyKnowsIsInDoubt(promised.losses());
        verdict.expect(
                verdict.evidence.agentsWords().equals(promised.agentsWords()),
                "agents: they said " + promised.agentsWords() + ", noted is " + verdict.evidence.agentsWords());
        verdict.ownersFollowEachOther(store);
        return verdict.wrong;
    }

    /** What is wrong at the moment of a call. */
    static List<String> atTheCall(Store store, StandIn platform, Outbound call) {
        var verdict = new Verdict(store, platform, call.conversation());
        var said = verdict.evidence.said();
        verdict.expect(said.contains(call.id()), "journal: " + call.id() + " is called and was never said");
        verdict.expect(!verdict.hasEnded(call.id()), "doubled: " + call.id() + " is called after its end");
        said.stream()
                .takeWhile(earlier -> !earlier.equals(call.id()))
                .filter(earlier -> !verdict.hasEnded(earlier))
                .forEach(earlier -> verdict.wrong("order: " + call.id() + " is called before " + earlier + " ended"));
        verdict.expect(
                !verdict.evidence.aPersonCameAfter(call.id()),
                "stale: " + call.id() + " is called though a person came since");
        return verdict.wrong;
    }

    private void everythingIsReceivedAndAnsweredOnce(List<String> accepted) {
        var received = evidence.received();
        accepted.stream().filter(id -> !received.contains(id)).forEach(id -> wrong("lost: " + id + " is not received"));
        for (var id : new HashSet<>(received)) {
            int answers = Collections.frequency(evidence.answered(), id);
            expect(Collections.frequency(received, id) == 1, "doubled: " + id + " is received twice");
            expect(answers <= 1, "doubled: " + id + " is answered twice");
            expect(answers == 1 || evidence.aPersonCouldRead(id), "lost: nobody answers " + id);
        }
    }

    private void answersComeInTheOrderOfArrival() {
        var answered = evidence.answered().stream().distinct().toList();
        var arrived = evidence.received().stream()
                .distinct()
                .filter(answered::contains)
                .toList();
        expect(answered.equals(arrived), "order: " + arrived + " are answered as " + answered);
    }

    private void wordsAreTakenInTheOrderOfSaying() {
        var taken = new ArrayList<String>();
        for (var call : platform.taken(conversation)) {
            if (taken.isEmpty() || !taken.getLast().equals(call)) {
                taken.add(call);
            }
        }
        var said = evidence.said().stream().filter(taken::contains).toList();
        expect(taken.equals(said), "order: " + said + " are taken as " + taken);
    }

    private void cameToItsEnd(String call) {
        var became = evidence.became(call);
        int taken = platform.timesTaken(call);
        int sent = Collections.frequency(became, State.SENT);
        expect(hasEnded(call), "unsettled: " + call + " became " + became);
        expect(became.stream().filter(ENDS::contains).count() <= 1, "journal: " + call + " became " + became);
        expect(taken <= doubts(call) + sent, "doubled: " + call + " is taken " + taken + " times, became " + became);
        expect(taken <= 1 || !holds(), "doubled: " + call + " is taken " + taken + " times and was to be held");
        if (!became.isEmpty()) {
            isTrue(call, became.getLast());
        }
    }

    private void isTrue(String call, State end) {
        boolean so = switch (end) {
            case SENT -> platform.timesTaken(call) > 0;
            case REFUSED -> platform.lastAnswer(call) == Answer.REFUSES;
            case WITHHELD -> evidence.aPersonCameAfter(call);
            case IN_DOUBT -> holds();
            case POSTPONED -> false;
        };
        expect(so, "untrue: " + call + " ends as " + end);
    }

    /** A call is in doubt where its answer was lost, or whoever waited for it was. */
    private void onlyWhatNobodyKnowsIsInDoubt(int losses) {
        int without = evidence.said().stream()
                .mapToInt(call -> Math.max(0, doubts(call) - platform.timesUnanswered(call)))
                .sum();
        expect(without <= losses, "doubt: " + without + " calls too many for " + losses + " losses of their node");
    }

    private void ownersFollowEachOther(Store store) {
        var owner = new Desk(store, new Journal(store), Clock.systemUTC()).ownerOf(conversation);
        var due = LongStream.rangeClosed(1, owner.epoch()).boxed().toList();
        expect(evidence.epochs().equals(due), "owners: " + evidence.epochs() + " are noted, it is " + owner);
    }

    private boolean hasEnded(String call) {
        var became = evidence.became(call);
        return !became.isEmpty()
                && (ENDS.contains(became.getLast()) || (became.getLast() == State.IN_DOUBT && holds()));
    }

    private boolean holds() {
        return conversation.channel().equals(World.HOLDS);
    }

    private int doubts(String call) {
        return Collections.frequency(evidence.became(call), State.IN_DOUBT);
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            wrong(otherwise);
        }
    }

    private void wrong(String what) {
        wrong.add(what + " in " + conversation);
    }
}
