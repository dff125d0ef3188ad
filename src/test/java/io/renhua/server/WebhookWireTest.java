package io.renhua.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.renhua.House;
import io.renhua.Knocks;
import io.renhua.journal.Happening.Received;
import io.renhua.message.ConversationId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door as it is on the wire. */
class WebhookWireTest {
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

    private static Wire connect() {
        return new Wire(house.get(EmbeddedServer.class).getPort());
    }

    @Test
    void answersCallsSentAheadInTheirOrder() {
        var genuine = Wire.bytes(Knocks.line("Uahead", "ahead-1", "推薦一本書"));
        var forged = Wire.bytes(Knocks.line("Uahead", "ahead-2", "hi").with("x-line-signature", "AAAA"));
        var unknown = Wire.bytes(Knocks.line("Uahead", "ahead-3", "hi").at("/webhooks/nobody"));
        var broken = Wire.bytes(Knocks.line("{"));

        try (var wire = connect().send(genuine, forged, unknown, broken, genuine)) {
            assertThat(statuses(wire, 5)).containsExactly(200, 401, 404, 400, 200);
        }

        assertThat(house.happened(new ConversationId("mo-line", "Uahead"), Received.class))
                .hasSize(1);
    }

    @Test
    void answersPagesAndWebhooksOnOneConnectionInTheirOrder() {
        var webhook = Wire.bytes(Knocks.line("Uproxy", "proxy", "推薦一本書"));
        var page = Wire.get("/desk/sign-in");
        var static404 = Wire.get("/static/nothing.css");

        try (var wire = connect().send(page, webhook, page, webhook, webhook, static404, page)) {
            var answers =
                    IntStream.range(0, 7).mapToObj(number -> wire.answer()).toList();

            assertThat(answers.stream().map(Wire.Answer::status)).containsExactly(200, 200, 200, 200, 200, 404, 200);
            assertThat(answers.stream().map(answer -> answer.body().contains("<html")))
                    .containsExactly(true, false, true, false, false, false, true);
            wire.send(webhook);
            assertThat(wire.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void takesABodyInAsManyPiecesAsItComes() {
        var call = Wire.bytes(Knocks.line("Upieces", "pieces", "推薦一本書"));

        try (var wire = connect()) {
            for (byte each : call) {
                wire.send(new byte[] {each});
            }
            assertThat(wire.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void takesAnEncodedOrWholeAddress() {
        var knock = Knocks.line("Uaddress", "address", "推薦一本書");

        for (var address :
                List.of("/webhooks/mo%2Dline", "/webhooks/mo-line/", "http://localhost/webhooks/mo-line?a=b")) {
            try (var wire = connect().send(Wire.bytes(knock.at(address)))) {
                assertThat(wire.answer().status()).as(address).isEqualTo(200);
            }
        }
        for (var address : List.of("/webhooks/mo%", "/webhooks/mo-line?a=%zz")) {
            try (var wire = connect().send(Wire.bytes(knock.at(address)))) {
                assertThat(wire.answer().status()).as(address).isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "snappy", "gzip, identity"})
    void refusesCompressedBodies(String encoding) {
        var call = Wire.bytes(Knocks.line("Uzip", "zip", "hi"), "Content-Encoding: " + encoding);
        var plain = Wire.bytes(Knocks.line("Uzip", "zip", "hi"), "Content-Encoding: identity");

        try (var wire = connect().send(call, plain)) {
            assertThat(statuses(wire, 2)).containsExactly(415, 200);
        }
    }

    @Test
    void refusesATooLargeBodyBeforeItComes() {
        var head = "POST /webhooks/mo-line HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n\r\n";

        try (var wire = connect().send(head)) {
            var answer = wire.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @Test
    void refusesABodyThatGrowsTooLargeAndNothingComesAfterIt() {
        var head = "POST /webhooks/mo-line HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        var next = new String(Wire.bytes(Knocks.line("Ularge", "large", "hi")), ISO_8859_1);

        try (var wire = connect().send(head + chunk.repeat(17) + "0\r\n\r\n" + next)) {
            assertThat(wire.answer().status()).isEqualTo(413);
            assertThat(wire.isHungUp()).isTrue();
        }

        assertThat(house.happened(new ConversationId("mo-line", "Ularge"))).isEmpty();
    }

    @Test
    void asksForABodyOnlyWhenItMayCome() {
        var knock = Knocks.line("Uexpect", "expect", "推薦一本書");
        var call = new String(Wire.bytes(knock, "Expect: 100-continue"), ISO_8859_1);
        var head = call.substring(0, call.indexOf("\r\n\r\n") + 4);

        try (var wire = connect().send(head)) {
            assertThat(wire.answer().status()).isEqualTo(100);
            assertThat(wire.send(knock.body()).answer().status()).isEqualTo(200);
        }
        try (var wire = connect().send(head.replace("mo-line", "nobody"))) {
            assertThat(wire.answer().status()).isEqualTo(404);
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"Transfer-Encoding: chunked, zz", "Transfer-Encoding: chunked, ffffffffffffffffff"})
    void hangsUpOnBrokenChunks(String header, String chunk) {
        var call =
                "POST /webhooks/mo-line HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n" + chunk + "\r\nhi\r\n";

        try (var wire = connect().send(call)) {
            assertThat(wire.answer().status()).isEqualTo(400);
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @Test
    void answersAHeadWithoutABodyAndGoesOn() {
        var head = Wire.bytes(Knocks.wechat("oHead", "1", "hi").by("HEAD"));

        try (var wire = connect().send(head, Wire.bytes(Knocks.line("{")))) {
            assertThat(statuses(wire, 2)).containsExactly(401, 400);
        }
    }

    @Test
    void closesWhenAskedTo() {
        var call = Wire.bytes(Knocks.line("Uclose", "close", "推薦一本書"), "Connection: close");

        try (var wire = connect().send(call, call)) {
            var answer = wire.answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @Test
    void putsTheUsualHeadersOnEveryAnswer() {
        try (var wire = connect()
                .send(
                        Wire.bytes(Knocks.line("Uheaders", "headers", "推薦一本書")),
                        Wire.bytes(Knocks.line("{")),
                        Wire.get("/webhooks/nobody"))) {
            for (int number = 0; number < 3; number++) {
                assertThat(wire.answer().headers())
                        .containsEntry("x-content-type-options", "nosniff")
                        .containsEntry("referrer-policy", "no-referrer")
                        .containsKeys("content-security-policy", "date")
                        .doesNotContainKeys("server", "strict-transport-security");
            }
        }
    }

    @Test
    void tellsPlatformsToComeBackWhileTheHouseCloses(@TempDir Path elsewhere) {
        var knock = Knocks.line("Ustop", "stop", "推薦一本書");
        try (var closing = House.open(elsewhere)) {
            int port = closing.get(EmbeddedServer.class).getPort();
            try (var before = new Wire(port)) {
                assertThat(before.send(Wire.bytes(knock)).answer().status()).isEqualTo(200);

                closing.get(Draining.class).begin();

                var answer = before.send(Wire.bytes(Knocks.line("Ustop", "late", "hi")))
                        .answer();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.headers()).containsEntry("retry-after", "1").containsEntry("connection", "close");
                assertThat(before.isHungUp()).isTrue();
            }
            assertThat(closing.happened(new ConversationId("mo-line", "Ustop"), Received.class))
                    .hasSize(1);
        }
    }

    private static List<Integer> statuses(Wire wire, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> wire.answer().status())
                .toList();
    }
}
