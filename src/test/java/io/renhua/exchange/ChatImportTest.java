package io.renhua.exchange;

import static io.renhua.exchange.Exchange.asks;
import static io.renhua.exchange.Exchange.refusal;
import static io.renhua.exchange.Exchange.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatImportTest {
    private static final Set<String> OURS = Set.of("Mei");

    @TempDir
    private Path here;

    private Exchange exchange;

    @BeforeEach
    void aFolderForPersonas() {
        exchange = new Exchange(here);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                An: when do you open?
                Mei: At ten.
                Mei: The kettle goes on at nine.

                Bo: hello
                Bo: what are your hours
                Mei: at ten!
                Mei: the kettle goes on at nine.
                """, """
                [12/31/25, 9:41:05\u202fPM] An: when do you open?
                [12/31/25, 9:42:00\u202fPM] Mei: At ten.
                The kettle goes on at nine.
                [1/1/26, 9:41:05\u202fAM] Bo: hello
                [1/1/26, 9:41:06\u202fAM] Bo: what are your hours
                [1/1/26, 9:42:00\u202fAM] Mei: at ten!
                [1/1/26, 9:42:01\u202fAM] Mei: the kettle goes on at nine.
                """, """
                31/12/2025, 21:41 - An: when do you open?
                31/12/2025, 21:42 - Mei: At ten.
                31/12/2025, 21:42 - Mei: The kettle goes on at nine.
                01/01/2026, 09:41 - Bo: hello
                01/01/2026, 09:41 - Bo: <Media omitted>
                01/01/2026, 09:41 - Bo: what are your hours
                01/01/2026, 09:42 - Mei: at ten!
                01/01/2026, 09:42 - Mei: the kettle goes on at nine.
                """, """
                [LINE] Chat history with An
                Saved on: 2026/01/02 10:00

                2025/12/31(Wed)
                21:41\tAn\twhen do you open?
                21:42\tMei\tAt ten.
                21:42\tMei\tThe kettle goes on at nine.

                2026/01/01(Thu)
                09:41\tBo\thello
                09:41\tBo\t[Sticker]
                09:41\tBo\twhat are your hours
                09:42\tMei\tat ten!
                09:42\tMei\tthe kettle goes on at nine.
                """})
    void whatATeamAnswersAgainIsALine(String log) {
        exchange.welcome(exchange.file("chats.txt", log), OURS);

        var guest = exchange.guest();
        assertThat(asks(guest, "when_do_you_open", "en"))
                .containsExactly("when do you open?", "hello what are your hours");
        assertThat(said(guest, "when_do_you_open", "en")).containsExactly("At ten.\nThe kettle goes on at nine.");
    }

    @Test
    void whatWasAnsweredOnceOrBelongsToSomebodyIsToldAndNotTaken() {
        var arrived = exchange.welcome(exchange.file("chats.txt", """
                        安: 幾點開門
                        Mei: 十點開門喔
                        安: 我的單 SP20260102 呢
                        Mei: 幫您查一下
                        波: 單號 SP20260103 到了嗎
                        Mei: 幫您查一下
                        波: 你們幾點開
                        Mei: 十點開門喔
                        波: 可以刷卡嗎
                        Mei: 可以的，現金也收
                        """), OURS);

        var guest = exchange.guest();
        assertThat(guest.locales().standard()).isEqualTo("zh-Hant");
        assertThat(exchange.script("lines/from-elsewhere.yaml"))
                .contains("幾點開門", "你們幾點開", "十點開門喔")
                .doesNotContain("SP2026", "刷卡", "幫您查一下");
        assertThat(String.join("\n", arrived.remarks()))
                .contains("it was answered only once: 可以的，現金也收.")
                .contains("nothing short was asked before it: 幫您查一下.")
                .contains("what was asked before '幫您查一下'.");
    }

    @Test
    void whoSpeaksForTheBrandMustBeSaid() {
        var log = exchange.file("chats.txt", "An: hi\nMei: Hello.\nBo: hi\nMei: Hello.\n");

        assertThat(refusal(() -> exchange.welcome(log)))
                .contains("who of these speaks for the brand: An, Mei, Bo. Write instead: --ours 'Bo'");
        assertThat(refusal(() -> exchange.welcome(log, Set.of("An", "Mei", "Bo"))))
                .contains("speaks for the brand");
        assertThat(exchange.personas).isEmptyDirectory();
    }

    @Test
    void aFileThatOnlyBeginsAsALogIsRefused() {
        var log = "An: hi\nMei: Hello.\n".repeat(400) + "and so on\n".repeat(2000);

        assertThat(refusal(() -> exchange.welcome(exchange.file("chats.txt", log), OURS)))
                .contains("fewer than half of its lines tell who said them");
        assertThat(exchange.personas).isEmptyDirectory();
    }

    @Test
    void chatsGoIntoAPersonaThatIsThere() throws Exception {
        exchange.welcome(exchange.file("faq.csv", "question,answer\nwhen do you open,At ten.\n"));
        var log = exchange.file(
                "chats.txt", "An: may I park here\nMei: Yes, three places.\nBo: can I park\nMei: Yes, three places.\n");

        var imports = new Imports(exchange.personas, "en");
        imports.add(log, "guest", Optional.empty(), Optional.empty(), OURS);

        assertThat(asks(exchange.guest(), "may_i_park_here", "en")).isEqualTo(List.of("may I park here", "can I park"));
        assertThat(Files.exists(exchange.personas.resolve("guest/lines/chats.yaml")))
                .isTrue();
        assertThat(refusal(() -> imports.add(log, "guest", Optional.of("more"), Optional.of("zh-TW"), OURS)))
                .contains("it is written in zh-Hant, and the persona's language is en");
    }
}
