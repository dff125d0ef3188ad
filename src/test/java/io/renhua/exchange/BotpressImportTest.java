package io.renhua.exchange;

import static io.renhua.exchange.Exchange.asks;
import static io.renhua.exchange.Exchange.refusal;
import static io.renhua.exchange.Exchange.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotpressImportTest {
    @TempDir
    private Path here;

    private Exchange exchange;

    @BeforeEach
    void aFolderForPersonas() {
        exchange = new Exchange(here);
    }

    @Test
    void questionsAndAnswersComeInInEveryLanguageThatHasAllOfThem() {
        var arrived = exchange.welcome(exchange.file("qna.json", """
                {"qnas": [
                  {"id": "82pj4xb0bs_opening_hours", "data": {
                    "action": "text", "contexts": ["global"], "enabled": true, "redirectFlow": "", "redirectNode": "",
                    "questions": {"en": ["when do you open", "opening hours"], "zh": ["几点开门"], "fr": ["horaires"]},
                    "answers": {"en": ["At ten.", "#!builtin_text-abc"], "zh": ["十点。"], "fr": []}}},
                  {"id": "parking", "data": {
                    "action": "text", "enabled": true,
                    "questions": {"en": ["can I park"], "zh": ["可以停车吗"]},
                    "answers": {"en": ["Yes, {three} places."], "zh": ["可以。"]}}},
                  {"id": "order", "data": {
                    "action": "redirect", "enabled": true, "redirectFlow": "order.flow.json",
                    "questions": {"en": ["I want to order"]}, "answers": {"en": []}}},
                  {"id": "old", "data": {
                    "action": "text", "enabled": false,
                    "questions": {"en": ["old times"]}, "answers": {"en": ["Gone."]}}}
                ],
                "contentElements": [
                  {"id": "builtin_text-abc", "contentType": "builtin_text", "formData": {"text$en": "Ten, every day."}}]}
                """));

        var guest = exchange.guest();
        assertThat(guest.locales().offered()).containsExactly("en", "zh-Hans");
        assertThat(asks(guest, "opening_hours", "en")).containsExactly("when do you open", "opening hours");
        assertThat(said(guest, "opening_hours", "en")).containsExactly("At ten.", "Ten, every day.");
        assertThat(said(guest, "opening_hours", "zh-Hans")).containsExactly("十点。", "十点。");
        assertThat(said(guest, "parking", "en")).containsExactly("Yes, ｛three｝ places.");
        assertThat(guest.lines()).doesNotContainKeys("order", "old");
        assertThat(String.join("\n", arrived.remarks()))
                .contains("it leads to a flow, and flows have no home in a script: I want to order.")
                .contains("it is switched off: old times.");
    }

    @Test
    void aLanguageThatLacksAnAnswerStaysAtHomeAndIsNamed() {
        var arrived = exchange.welcome(exchange.file("qna.json", """
                {"qnas": [
                  {"id": "a", "data": {"questions": {"en": ["one"], "fr": ["un"]}, "answers": {"en": ["1"], "fr": ["1"]}}},
                  {"id": "b", "data": {"questions": {"en": ["two"]}, "answers": {"en": ["2"]}}}]}
                """));

        assertThat(exchange.guest().locales().offered()).containsExactly("en");
        assertThat(arrived.remarks())
                .anySatisfy(
                        remark -> assertThat(remark)
                                .contains(
                                        "a language comes in whole or not at all: fr, in which 1 answers are missing, 'b' among them."));
    }

    @Test
    void aFileWithoutAnswersIsRefused() {
        assertThat(refusal(() -> exchange.welcome(exchange.file("qna.json", "{\"qnas\": []}"))))
                .contains("no question in it is answered by words");
        assertThat(exchange.personas).isEmptyDirectory();
    }
}
