package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.journal.Happening.Settled;
import io.renhua.message.ConversationId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of messages on their way, as a collector reads it. */
class MetricsTest {
    private static final ConversationId MEI = new ConversationId("mo-line", "Umei");

    @TempDir
    private static Path data;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(data);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void countsAMessageOnItsWholeWay() {
        var knock = Knocks.line("Umei", "m-1", "推薦一本書");
        house.send(knock);
        house.send(knock); // delivered again: acknowledged again, and taken once
        house.send(knock.with("x-line-signature", "forged"));
        await().untilAsserted(
                        () -> assertThat(house.happened(MEI, Settled.class)).isNotEmpty());

        await().untilAsserted(() -> assertThat(scraped())
                .contains("renhua_webhook_answers_total{channel=\"mo-line\",outcome=\"acknowledged\"} 2.0")
                .contains("renhua_webhook_answers_total{channel=\"mo-line\",outcome=\"forged\"} 1.0")
                .contains("renhua_messages_total{channel=\"mo-line\"} 1.0")
                .contains("renhua_turn_seconds_count{channel=\"mo-line\"} 1")
                .contains("renhua_turn_seconds_bucket{channel=\"mo-line\",le=\"10.0\"} 1")
                .contains("renhua_gather_seconds_count{channel=\"mo-line\"} 1")
                .contains("renhua_deliveries_total{channel=\"mo-line\",outcome=\"sent\"} "
                        + house.happened(MEI, Settled.class).size()));
    }

    @Test
    void measuresTheHouseItself() {
        assertThat(scraped())
                .contains("renhua_store_up 1.0")
                .containsPattern("renhua_store_commits_total [1-9]")
                .containsPattern("renhua_store_commit_seconds_count [1-9]")
                .contains("renhua_store_commits_waiting ", "renhua_store_commit_failures_total 0.0")
                .contains("renhua_inbox_rows{channel=\"mo-slack\",state=\"dead\"} 0.0")
                .contains("renhua_outbox_rows{channel=\"mo-wechat\",state=\"doubt\"} 0.0")
                .contains("renhua_lanes_busy{work=\"turns\"} ", "renhua_lanes_busy{work=\"outbox\"} ")
                .contains("renhua_channel_shut_seconds{channel=\"mo-line\"} 0.0")
                .contains(
                        "renhua_retention_age_seconds ",
                        "renhua_retention_staying ",
                        "renhua_retention_overdue_seconds ")
                .containsPattern("renhua_data_free_bytes [1-9]")
                .contains("jvm_memory_used_bytes", "process_files_open_files", "process_cpu");
    }

    @Test
    void measuresNothingForEveryCallOrTask() {
        assertThat(scraped()).doesNotContain("http_server_requests", "http_client", "executor_", "logback_");
    }

    @Test
    void turnsAwayWhoeverShowsNoTokenOrAnother() {
        for (var shown :
                List.of("", "Bearer", "Bearer ", "Bearer what-a-collector-show", "Basic " + House.SCRAPE_TOKEN)) {
            var answer = house.send(new Knock("GET", "/prometheus", Map.of("Authorization", shown), new byte[0]));

            assertThat(answer.statusCode()).as(shown).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void opensNothingElseToACollector() {
        var authorization = Map.of("Authorization", "Bearer " + House.SCRAPE_TOKEN);

        for (var path : List.of("/desk/lists", "/desk/staff")) {
            assertThat(house.send(new Knock("GET", path, authorization, new byte[0]))
                            .statusCode())
                    .isEqualTo(401);
        }
        for (var path :
                List.of("/metrics", "/env", "/beans", "/loggers", "/threaddump", "/routes", "/refresh", "/stop")) {
            assertThat(house.send(new Knock("GET", path, authorization, new byte[0]))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static String scraped() {
        var authorization = Map.of("Authorization", "Bearer " + House.SCRAPE_TOKEN);
        var answer = house.send(new Knock("GET", "/prometheus", authorization, new byte[0]));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        return answer.body();
    }
}
