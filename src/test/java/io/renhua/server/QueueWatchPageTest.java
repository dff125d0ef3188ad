package io.renhua.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.renhua.conversation.DeskMonitor;
import io.renhua.conversation.DeskMonitor.Blind;
import io.renhua.handoff.Desk;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every open desk sees the queue without a reload, at once or by its poll; and it is known which does not. */
@Tag("browser")
class QueueWatchPageTest {
    private static final String STREAM = "**/desk/events";

    /** Keeps each line that a page opens, so that it can be cut. */
    private static final String LINES = """
            window.lines = [];
            const Real = window.EventSource;
            window.EventSource = class extends Real {
              constructor(...how) {
                super(...how);
                window.lines.push(this);
              }
            };""";

    private static final String POLL = "**/desk/lists*";

    private final Chromium chromium = new Chromium();
    private DeskHouse house;
    private BrowserContext one;
    private BrowserContext other;

    @BeforeEach
    void open() {
        house = DeskHouse.open(
                Database.H2, Map.of("renhua.desk.monitor", "every-minute", "renhua.desk.monitor-within", "2s"));
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        one = chromium.context();
        other = chromium.context();
        other.addInitScript(LINES);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        chromium.close();
        house.close();
    }

    @Test
    void whoseLineIsCutIsFoundAndIsWellAgainOnceTheirPageAsks() {
        var lin = Chromium.signedIn(one, house, "lin");
        var mei = Chromium.signedIn(other, house, "mei");
        house.get(DeskMonitor.class).look();
        await().until(() -> seen() == 2);

        cut(mei);
        mei.route(POLL, route -> route.abort());
        enters();
        await().atMost(Duration.ofSeconds(20)).until(() -> seen() == 1); // Lin's page was told at once
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            house.get(DeskMonitor.class).look();
            return !house.get(DeskMonitor.class).blind().isEmpty();
        });

        assertThat(house.get(DeskMonitor.class).blind())
                .extracting(Blind::login)
                .containsExactly("mei");
        var olga = house.signedIn("olga");
        assertThat(olga.ask("/desk/alarms").body())
                .contains("\"kind\":\"blind\"")
                .contains("\"name\":\"Mei\"");
        assertThat(olga.get("/desk/operations").body()).contains("does not see what enters the queue");

        mei.unroute(POLL); // the stream stays cut: the next poll finds it
        await().atMost(Duration.ofSeconds(40)).until(() -> seen() == 2);
        house.get(DeskMonitor.class).look();
        assertThat(house.get(DeskMonitor.class).blind()).isEmpty();
        assertThat(lin.locator("#list-queue .conversation")).hasCount(0); // nobody is shown it
        assertThat(lin.locator("#list-queue .count")).isHidden();
        assertThat(mei.locator("#list-bot .conversation")).hasCount(0);
    }

    @Test
    void whoseLineIsCutSeesWhoWaitsByThePoll() {
        var mei = Chromium.signedIn(other, house, "mei");
        assertThat(mei.locator("#list-queue")).hasClass(Pattern.compile(".*empty.*"));
        cut(mei);
        var conversation = new ConversationId("web-mo", "waits");

        house.received(conversation, new Person("p1", "王小明", null), "真人", Instant.now());
        house.queues(conversation, Instant.now());

        assertThat(mei.locator("#list-queue .conversation")).hasCount(1, new HasCountOptions().setTimeout(20_000));
    }

    /** From now on nothing that happens is told to a page; what is on its way is broken off. */
    private void cut(Page page) {
        page.route(STREAM, route -> route.abort());
        page.evaluate("() => window.lines.forEach(line => line.close())");
    }

    private long seen() {
        long epoch = house.get(Desk.class).ownerOf(Journal.PROBE).epoch();
        return house.get(Store.class)
                .list("select count(*) from desk_probe where epoch = ?", row -> row.getLong(1), epoch)
                .getFirst();
    }

    /** A minute passes. */
    private void enters() {
        house.get(Store.class)
                .write(
                        Journal.PROBE.toString(),
                        transaction -> transaction.update(
                                "update ownership set since = ?, asked_at = ? where conversation = ?",
                                Instant.now().minusSeconds(61),
                                Instant.now().minusSeconds(61),
                                Journal.PROBE.toString()));
        house.get(DeskMonitor.class).look();
    }
}
