package io.renhua.dialogue;

import io.renhua.message.Entry;
import io.renhua.persona.Welcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole conversations with the tea shop's helper. */
class ConversationTest {

    @Test
    void looksUpAParcelAndFetchesAPerson() {
        Chat.with(Script.pao())
                .user("where is my parcel")
                .says(
                        "disclosure.first",
                        "I'm Pao, Shipao Tea's AI. Chats are kept 180 days: https://shipao.example/privacy")
                .says("forms.order_lookup.order_no", "Just the order number.")
                .nothingMore()
                .user("SP20260101")
                .says("order_status", "SP20260101 is on its way, due 週五.")
                .nothingMore()
                .user("just give me a person")
                .says("handoff.queued", "Finding someone: 2 ahead, about 3 minutes.")
                .waitsIn("care");
    }

    @Test
    void discloseItselfAndGreetsWhoFollows() {
        Chat.with(Script.pao())
                .enters(new Entry.Followed())
                .says("disclosure.first", "我是拾泡茶社的AI泡小拾，對話保存180天：https://shipao.example/privacy")
                .says("entry.follow", "嗨，我是泡小拾。")
                .offers("幫我挑茶", "查包裹")
                .nothingMore()
                .user("幫我挑茶")
                .from("pick_tea")
                .nothingMore();
    }

    @Test
    void greetsWhoScannedABoxByItsFlavour() {
        var script = Script.pao()
                .with(new Welcome.Scan(
                        "box-*", Map.of("flavour", "{scene.1}"), Script.says(Script.words("你剛拆的是{flavour|這款}對吧？"))));

        Chat.with(script)
                .enters(new Entry.Scanned("box-桂花"))
                .from("disclosure.first")
                .says("entry.scan", "你剛拆的是桂花對吧？")
                .enters(new Entry.Scanned("store-7"))
                .from("entry.follow");
    }

    @Test
    void booksAVisitQuestionByQuestion() {
        Chat.running(Script.pao())
                .user("我想預約")
                .says("forms.visit.city", "哪一座城市？")
                .offers("台北", "巴黎")
                .user("台北")
                .says("forms.visit.day", "哪一天方便？")
                .user("這個怎麼泡")
                .says("how_to_brew", "三分鐘、別攪。")
                .says("forms.visit.day", "哪一天方便？")
                .user("2026-11-05")
                .says("forms.visit.name", "該如何稱呼？（僅用於門口迎接）")
                .user("王小明")
                .says("forms.visit.confirm", "台北，11月5日（週四），可以嗎？")
                .user("好，謝謝")
                .says("book", "台北，11月5日（週四），為王小明留門。")
                .nothingMore();
    }
}
