package io.renhua.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Outside.Where;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the journal tells others. */
class EventsTest {
    private static final Set<EventType> ALL = EnumSet.copyOf(EventType.ALL);

    private final HookHouse house = new HookHouse(Database.H2);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aConversationStartsOnceAndItsWordsAreToldWithWhatBecameOfThem() {
        house.happens(new Happening.Received(
                HookHouse.MEI,
                house.clock.instant(),
                "e1",
                Person.of("mei"),
                new Content.Entered(new Entry.Opened()),
                house.clock.instant()));
        house.says(HookHouse.MEI, "在嗎");
        house.answers(HookHouse.MEI, "在。", State.SENT);
        house.answers(HookHouse.MEI, "還在。", State.POSTPONED);
        house.answers(HookHouse.MEI, "還在嗎。", State.IN_DOUBT);
        house.answers(HookHouse.MEI, "不在了。", State.REFUSED);

        assertThat(types())
                .containsExactly(
                        "conversation.started",
                        "message.received",
                        "message.sent",
                        "message.in_doubt",
                        "message.failed");
    }

    @Test
    void everyWayAConversationGoesThroughTheDeskHasItsEvent() {
        var now = house.clock.instant();
        var later = now.plusSeconds(60);
        var queued = passes(Bot.FIRST, Bot.FIRST.ask(Request.ordinary("care", "explicit", now)), "explicit");
        var offered = passes(queued, queued.offer("lin", now, later), "offered");
        var again = passes(offered, offered.passOver(), "missed");
        var lin = house.passes(HookHouse.MEI, again, again.claim("lin", now), Change.by("lin", "claimed"));
        var transfer = house.passes(
                HookHouse.MEI, lin, lin.transfer(new Receiver("marc", null), now, later), Change.by("lin", "transfer"));
        var marc = house.passes(HookHouse.MEI, transfer, transfer.accept("marc", now), Change.by("marc", "claimed"));
        var hold = house.passes(HookHouse.MEI, marc, marc.hold("put off", now, later), Change.by("marc", "put off"));
        var back = passes(hold, hold.resume("marc", now), "put off until now");
        var gone = passes(back, back.leave("gone", now), "gone");
        var olga = passes(gone, gone.claim("olga", now), "claimed");
        var wrap = house.passes(HookHouse.MEI, olga, olga.resolve("refund", now, later), Change.by("olga", "refund"));
        var closed = passes(wrap, wrap.close(now), "over");
        var bot = passes(closed, closed.reopen(), "wrote");
        var left = passes(bot, bot.leaveWord(Request.ordinary("care", "explicit", now), later), "explicit");
        var opened = passes(left, left.wake(later), "opened");
        var withdrawn = passes(opened, opened.withdraw(Exit.How.WITHDRAWN, now), "withdrawn");
        var taken = passes(withdrawn, withdrawn.takeOver("lin", now), "claimed");
        passes(taken, taken.release(now), "released");

        assertThat(types())
                .containsExactly(
                        "handoff.requested",
                        "handoff.offered",
                        "handoff.returned",
                        "handoff.claimed",
                        "handoff.transferred",
                        "handoff.claimed",
                        "handoff.put_off",
                        "handoff.claimed",
                        "handoff.returned",
                        "handoff.claimed",
                        "handoff.resolved",
                        "handoff.closed",
                        "handoff.left_word",
                        "handoff.requested",
                        "handoff.withdrawn",
                        "handoff.claimed",
                        "handoff.released");
    }

    @Test
    void whoWritesBeforeTheTimeToTakeBackIsUpClosesIt() {
        var now = house.clock.instant();
        var lin = passes(Bot.FIRST, Bot.FIRST.takeOver("lin", now), "claimed");
        var wrap = passes(lin, lin.resolve("refund", now, now.plusSeconds(30)), "refund");
        passes(wrap, wrap.close(now).reopen(), "wrote");

        assertThat(types()).containsExactly("handoff.claimed", "handoff.resolved", "handoff.closed");
    }

    @Test
    void whoeverLeavesOrIsBlockedIsToldOfWhoeverHasThem() {
        var now = house.clock.instant();
        var lin = passes(Bot.FIRST, Bot.FIRST.takeOver("lin", now), "claimed");
        var left = passes(lin, lin.shut(Exit.How.LEFT, now), "left");
        var back = passes(left, left.reopen(), "wrote");
        passes(back, back.shut(Exit.How.BLOCKED, now), "blocked");

        assertThat(types()).containsExactly("handoff.claimed", "conversation.left", "conversation.blocked");
        var handoff = house.payloads.of(all().get(1), false).path("data").path("handoff");
        assertThat(handoff.path("agent").asText()).isEqualTo("lin");
    }

    @Test
    void whoeverAnswersOutsideHasItUntilTheyGiveItBack() {
        var now = house.clock.instant();
        var outside = Bot.FIRST.outside(Where.APP, "Wu", now, now.plusSeconds(1800));
        passes(Bot.FIRST, outside, "app");
        passes(outside, outside.end(Exit.How.TIMED_OUT, now), "silent outside");

        assertThat(types()).containsExactly("handoff.outside", "handoff.released");
        var handoff = house.payloads.of(all().getFirst(), false).path("data").path("handoff");
        assertThat(handoff.path("because").asText()).isEqualTo("app");
        assertThat(handoff.path("name").asText()).isEqualTo("Wu");
        assertThat(handoff.has("agent")).isFalse();
    }

    @Test
    void theBriefSaysWhyForWhomHowUrgentAndWhatWasSaid() {
        house.says(HookHouse.MEI, "我的單號 1234，找真人");
        house.answers(HookHouse.MEI, "馬上。", State.SENT);
        var request = new Request("care", "explicit", Rank.URGENT, house.clock.instant());
        passes(Bot.FIRST, Bot.FIRST.ask(request), "explicit");

        var event = all().getLast();
        var data = house.payloads.of(event, false).path("data");

        assertThat(data.path("conversation").asText()).isEqualTo("mo-line/mei");
        assertThat(data.path("person").path("name").asText()).isEqualTo("Mei");
        assertThat(data.path("persona").asText()).isEqualTo("mo");
        var handoff = data.path("handoff");
        assertThat(handoff.path("team").asText()).isEqualTo("care");
        assertThat(handoff.path("why").asText()).isEqualTo("explicit");
        assertThat(handoff.path("rank").asText()).isEqualTo("urgent");
        assertThat(handoff.path("waiting_since").asText()).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(handoff.path("slots").path("order_no").asText()).isEqualTo("SP****");
        assertThat(data.path("last").findValuesAsText("text")).containsExactly("我的單號 ****，找真人", "馬上。");
        assertThat(house.payloads.of(event, true).path("data").path("last").findValuesAsText("text"))
                .containsExactly("我的單號 1234，找真人", "馬上。");
    }

    @Test
    void anEventIsFoundByItsIdAndIsTheSameAgain() {
        house.says(HookHouse.MEI, "在嗎");
        var started = all().getFirst();
        var received = all().getLast();

        assertThat(started.id()).isNotEqualTo(received.id());
        assertThat(house.events.named(started.id(), ALL)).contains(started);
        assertThat(house.events.named(received.id(), ALL)).contains(received);
        assertThat(house.events.named("evt_999_1", ALL)).isEmpty();
        assertThat(house.events.named("evt_1_1; drop", ALL)).isEmpty();
    }

    private <T extends Ownership> T passes(Ownership from, T to, String why) {
        return house.passes(HookHouse.MEI, from, to, why);
    }

    private List<Event> all() {
        return house.journal.all(0, 1000).stream()
                .flatMap(entry -> house.events.of(entry, ALL).stream())
                .toList();
    }

    private List<String> types() {
        return all().stream().map(event -> event.type().word()).toList();
    }
}
