package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.search.SearchFeed;
import io.renhua.store.Database;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ExportTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static DeskHouse house;

    /** For JUnit: whoever opens the house is given the database only when the tests are. */
    ExportTest(Database database) {}

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        house = DeskHouse.open(database);
        house.hire("marc", "Marc", StaffRole.OPERATOR);
        var tea = new ConversationId("web-mo", "tea");
        house.received(tea, new Person("p1", "=cmd|' /C calc'!A0", null), "@SUM(1+1) tea\nplease", NOON);
        house.said(tea, new Speaker(Speaker.Kind.BOT, "Mo"), "Here it is.", NOON);
        house.received(new ConversationId("web-mo", "other"), Person.of("p2"), "something else", NOON);
        house.get(SearchFeed.class).look();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
    }

    @Test
    void givesTheSearchedConversationsAsASpreadsheetWithoutLiveCells() {
        var file = house.signedIn("marc").get("/desk/transcripts/export.csv?words=tea");

        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body())
                .startsWith("\uFEFF\"time\",\"seq\",\"channel\",\"conversation\",\"person\"")
                .contains("\"'=cmd|' /C calc'!A0\"", "\"'@SUM(1+1) tea\nplease\"", "\"Here it is.\"")
                .doesNotContain("something else");
    }

    @Test
    void showsOnlyThePartOfAValueThatTheScriptLetsBeSeen() {
        house.received(new ConversationId("web-mo", "order"), Person.of("p3"), "where is MO1234 then", NOON);
        house.get(SearchFeed.class).look();

        var file = house.signedIn("marc").get("/desk/transcripts/export.jsonl?words=then");

        assertThat(file.body()).contains("where is **1234 then").doesNotContain("MO1234");
    }

    @Test
    void givesThemAsJsonLines() {
        var file = house.signedIn("marc").get("/desk/transcripts/export.jsonl?words=tea");

        assertThat(file.body().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"time\":\"2026-11-20T12:00:00Z\""))
                .anyMatch(line -> line.contains("\"delivery_state\":\"going\""));
    }
}
