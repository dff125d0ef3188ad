package io.renhua.dialogue;

import io.renhua.persona.Action;
import io.renhua.persona.Audience;
import io.renhua.persona.Campaign;
import io.renhua.persona.Condition;
import io.renhua.persona.Disclosure;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Form;
import io.renhua.persona.Handoff;
import io.renhua.persona.Hours;
import io.renhua.persona.Identity;
import io.renhua.persona.Knowledge;
import io.renhua.persona.Line;
import io.renhua.persona.Locales;
import io.renhua.persona.LookUp;
import io.renhua.persona.Occasion;
import io.renhua.persona.Outreach;
import io.renhua.persona.Pack;
import io.renhua.persona.Persona;
import io.renhua.persona.Portrait;
import io.renhua.persona.Privacy;
import io.renhua.persona.Promises;
import io.renhua.persona.Repertoire;
import io.renhua.persona.ScriptTest;
import io.renhua.persona.Sympathy;
import io.renhua.persona.Tier;
import io.renhua.persona.Tone;
import io.renhua.persona.Variant;
import io.renhua.persona.Welcome;
import io.renhua.persona.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds personas for these tests, part by part; {@link #pao()} is a small one that has everything. */
final class Script {
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, EntityKind> entities = new LinkedHashMap<>();
    private final Map<String, LookUp> lookUps = new LinkedHashMap<>();
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Map<String, Words> labels = new LinkedHashMap<>();
    private final List<Welcome.Scan> scans = new ArrayList<>();
    private final List<Audience> audiences = new ArrayList<>();
    private final Map<String, Handoff.Reason> reasons = new LinkedHashMap<>();
    private String desk = Handoff.OURS;
    private Handoff.Reopen reopen = Handoff.Reopen.PERSONA;
    private final List<Tier> tiers = new ArrayList<>();
    private final Map<String, Sympathy> feelings = new LinkedHashMap<>();
    private final List<ScriptTest> tests = new ArrayList<>();
    private final List<Pack> sensitive = new ArrayList<>();
    private final Map<String, Campaign> campaigns = new LinkedHashMap<>();
    private Welcome.@Nullable Back back;
    private int bubbles = 2;
    private int disclosedAgain = 20;

    static Words words(String hant, String hans, String en) {
        return new Words(Map.of("zh-Hant", hant, "zh-Hans", hans, "en", en));
    }

    static Words words(String everywhere) {
        return words(everywhere, everywhere, everywhere);
    }

    static Map<String, List<String>> asks(String hant, String hans, String en) {
        return Map.of("zh-Hant", List.of(hant), "zh-Hans", List.of(hans), "en", List.of(en));
    }

    static Variant says(Words text) {
        return says(Condition.ALWAYS, text);
    }

    static Variant says(Condition when, Words text) {
        return new Variant(when, Set.of(), null, 0, text, null, List.of(), null, null);
    }

    static Variant says(Words text, String... quick) {
        return new Variant(Condition.ALWAYS, Set.of(), null, 0, text, null, List.of(quick), null, null);
    }

    static Condition is(String fact, String value) {
        return new Condition.Is(fact, value);
    }

    static Line line(String id, Map<String, List<String>> asks, Variant... says) {
        return line(id, Line.Topic.LINE, null, asks, null, null, says);
    }

    static Line line(
            String id,
            Line.Topic topic,
            Line.@Nullable Lock lock,
            Map<String, List<String>> asks,
            @Nullable String form,
            @Nullable String handsOff,
            Variant... says) {
        return new Line(id, topic, lock, asks, Map.of(), form, List.of(says), Map.of(), handsOff);
    }

    static Form.Slot slot(String name, Words ask, Words retry) {
        return new Form.Slot(name, ask, retry, null, 2, "handoff.stuck", false, List.of());
    }

    Script with(Line line) {
        lines.put(line.id(), line);
        return this;
    }

    Script with(Form form) {
        forms.put(form.id(), form);
        return this;
    }

    Script with(String name, EntityKind entity) {
        entities.put(name, entity);
        return this;
    }

    Script with(LookUp lookUp) {
        lookUps.put(lookUp.name(), lookUp);
        return this;
    }

    Script with(Welcome.Scan scan) {
        scans.add(scan);
        return this;
    }

    Script with(Welcome.Back greeting) {
        back = greeting;
        return this;
    }

    Script with(Tier tier) {
        tiers.add(tier);
        return this;
    }

    Script with(Audience audience) {
        audiences.add(audience);
        return this;
    }

    Script with(Handoff.Reason reason) {
        reasons.put(reason.id(), reason);
        return this;
    }

    Script with(ScriptTest test) {
        tests.add(test);
        return this;
    }

    /** Its words tell of something sensitive. */
    Script with(Pack pack) {
        sensitive.add(pack);
        return this;
    }

    Script with(Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
        return this;
    }

    Script label(String key, Words label) {
        labels.put(key, label);
        return this;
    }

    Script atMostBubbles(int most) {
        bubbles = most;
        return this;
    }

    Script feels(Sympathy sympathy) {
        feelings.put(sympathy.feeling(), sympathy);
        return this;
    }

    Script disclosedAgainAfter(int turns) {
        disclosedAgain = turns;
        return this;
    }

    /** Orders are found by a program, and not in a table. */
    Script withAction() {
        return withAction(Map.of("eta", Action.Kind.DATE), Set.of());
    }

    /** The same, and the program knows of the person how many there were, and what to call them. */
    Script withActionThatFindsOrders() {
        var found = Map.of("eta", Action.Kind.DATE, "orders", Action.Kind.NUMBER, "title", Action.Kind.TEXT);
        return withAction(found, Set.of("orders", "title"));
    }

    private Script withAction(Map<String, Action.Kind> shipped, Set<String> remembers) {
        var form = Objects.requireNonNull(forms.get("order_lookup"));
        actions.put(
                "find_order",
                new Action(
                        "find_order",
                        Map.of("order_no", Action.Kind.TEXT),
                        Map.of("shipped", shipped, "none", Map.of()),
                        remembers,
                        Duration.ofSeconds(8),
                        words("我查一下。", "我查一下。", "Let me look."),
                        line(
                                "actions.find_order.failed",
                                Line.Topic.LINE,
                                null,
                                Map.of(),
                                null,
                                "stuck",
                                says(words("系統沒回我。", "系统没回我。", "The system is not answering.")))));
        return with(new Form(
                form.id(),
                form.slots(),
                form.cancel(),
                form.cancelled(),
                form.expires(),
                form.confirm(),
                null,
                "find_order",
                null));
    }

    Persona persona() {
        return new Persona(
                "pao",
                "1",
                new Locales("zh-Hant", List.of("zh-Hant", "zh-Hans", "en")),
                new Portrait(
                        new Identity(
                                words("泡小拾", "泡小拾", "Pao"),
                                words("拾泡茶社", "拾泡茶社", "Shipao Tea"),
                                words("小夥計", "小伙计", "the helper"),
                                "img/avatar.svg",
                                Map.of(),
                                null,
                                words("小人", "小人", "a figure")),
                        null,
                        tone(),
                        audiences,
                        feelings),
                new Knowledge(
                        Map.of("privacy", "https://shipao.example/privacy"), entities, lookUps, Map.of(), sensitive),
                new Repertoire(
                        new Welcome(
                                says(
                                        words("嗨，我是{nickname}。", "嗨，我是{nickname}。", "Hi, I'm {nickname}."),
                                        "pick_tea",
                                        "order_status"),
                                scans,
                                back,
                                List.of("order_status", "handoff.explicit")),
                        labels,
                        lines,
                        forms,
                        actions,
                        tiers),
                new Promises(
                        handoff(),
                        new Disclosure(
                                words(
                                        "我是{brand}的AI{nickname}，對話保存{retain}：{link.privacy}",
                                        "我是{brand}的AI{nickname}，对话保存{retain}：{link.privacy}",
                                        "I'm {nickname}, {brand}'s AI. Chats are kept {retain}: {link.privacy}"),
                                words("AI"),
                                words("真人", "真人", "Human"),
                                disclosedAgain,
                                Duration.ofHours(24)),
                        new Privacy(Period.ofDays(180), Period.ofDays(30), List.of("order_no"))),
                new Outreach(campaigns, Map.of(), null, Map.of()),
                tests);
    }

    private Tone tone() {
        return new Tone(
                Map.of("funny", 2),
                Map.of(),
                new Tone.Lengths(Map.of(), Map.of(), Map.of(), bubbles),
                new Tone.Emoji(1, List.of(), Set.of()),
                new Tone.Marks(1, 0, 1, List.of(), 1),
                2,
                Set.of("angry", "sad", "sensitive", "handoff"),
                new Tone.WordRules(Map.of(), List.of(), List.of()));
    }

    private Handoff handoff() {
        var weekday = List.of(new Hours.Span(LocalTime.of(9, 30), LocalTime.of(21, 0)));
        var week = new LinkedHashMap<DayOfWeek, List<Hours.Span>>();
        List.of(DayOfWeek.values()).subList(0, 5).forEach(day -> week.put(day, weekday));
        return new Handoff(
                new Hours(ZoneId.of("Asia/Taipei"), week),
                Map.of(
                        "zh-Hant",
                        List.of("真人", "轉人工"),
                        "zh-Hans",
                        List.of("真人", "转人工"),
                        "en",
                        List.of("person", "human")),
                reasons,
                List.of(),
                new Handoff.Says(
                        words(
                                "幫你找人，前面{ahead}位，約{wait}。",
                                "帮你找人，前面{ahead}位，约{wait}。",
                                "Finding someone: {ahead} ahead, about {wait}."),
                        words("{agent}（真人）來了。", "{agent}（真人）来了。", "{agent} (a person) is here."),
                        words(
                                "現在沒人在，{opens}回你。要先留話嗎？",
                                "现在没人在，{opens}回你。要先留言吗？",
                                "Nobody in now; back {opens}. Leave a note?"),
                        words(
                                "我是{nickname}，{agent}先忙，接下來找我。",
                                "我是{nickname}，{agent}先忙，接下来找我。",
                                "{nickname} again; {agent} has stepped out."),
                        null,
                        null),
                desk,
                reopen,
                null);
    }

    /** People answer at the desk of this platform, there. */
    Script answeredAt(String platform) {
        desk = platform;
        return this;
    }

    Script reopening(Handoff.Reopen rule) {
        reopen = rule;
        return this;
    }

    /** A tea shop's helper: a form with a table, a visit with three questions, small talk, a crisis and a truth. */
    static Script pao() {
        return new Script()
                .with(new Handoff.Reason("explicit", "care", new Occasion.None(), false, false))
                .with(new Handoff.Reason("fallback", "care", new Occasion.Missed(3, 6), false, false))
                .with(new Handoff.Reason("stuck", "care", new Occasion.None(), false, false))
                .with(new Handoff.Reason("urgent", "urgent", new Occasion.None(), true, true))
                .label("pick_tea", words("幫我挑茶", "帮我挑茶", "Pick a tea"))
                .label("order_status", words("查包裹", "查包裹", "My parcel"))
                .label("forms.visit", words("預約蒞臨", "预约莅临", "A visit"))
                .label("handoff.explicit", words("找真人", "找真人", "A person"))
                .with("order_no", new EntityKind.Pattern("SP[0-9]{8}", "SP20260101"))
                .with(
                        "city",
                        new EntityKind.Values(
                                Map.of("taipei", List.of("台北", "Taipei"), "paris", List.of("巴黎", "Paris")),
                                Map.of("taipei", words("台北", "台北", "Taipei"), "paris", words("巴黎", "巴黎", "Paris"))))
                .with("day", new EntityKind.BuiltIn("date"))
                .with("name", new EntityKind.BuiltIn("person"))
                .with(new LookUp(
                        "orders",
                        "order_no",
                        Map.of(
                                "SP20260101", Map.of("result", "shipped", "eta", "週五"),
                                "SP20260102", Map.of("result", "late", "days", "3"))))
                .with(line(
                        "order_status",
                        Line.Topic.LINE,
                        null,
                        asks("我的茶包到哪了", "我的茶包到哪儿了呢", "where is my parcel"),
                        "order_lookup",
                        null,
                        says(
                                is("result", "shipped"),
                                words(
                                        "{order_no}已經出發，預計{eta}到。",
                                        "{order_no}已经出发，预计{eta}到。",
                                        "{order_no} is on its way, due {eta}.")),
                        says(is("result", "late"), words("晚了{days}天。", "晚了{days}天。", "{days} days late.")),
                        says(words("查不到{order_no}，是不是少打一碼？", "查不到{order_no}，是不是少打一位？", "I can't find {order_no}."))))
                .with(line(
                        "pick_tea",
                        asks("推薦一款茶", "推荐一款茶", "recommend me a tea"),
                        says(words("愛花香就桂花。", "爱花香就桂花。", "Floral is osmanthus.")),
                        says(words("怕苦就茉莉。", "怕苦就茉莉。", "Gentle is jasmine.")),
                        says(words("想暖一點就烏龍。", "想暖一点就乌龙。", "Warm is oolong."))))
                .with(line(
                        "how_to_brew",
                        asks("這個怎麼泡", "这个怎么泡", "how do I brew it"),
                        says(words("三分鐘、別攪。", "三分钟、别搅。", "Three minutes, no stirring."))))
                .with(line(
                        "book",
                        Line.Topic.LINE,
                        null,
                        asks("我想預約", "我想预约", "book a visit"),
                        "visit",
                        null,
                        says(words(
                                "{city}，{day}，為{name|您}留門。",
                                "{city}，{day}，为{name|您}留门。",
                                "{city}, {day}: the door is held for {name|you}."))))
                .with(line(
                        "small_talk.are_you_human",
                        Line.Topic.SMALL_TALK,
                        Line.Lock.TRUTH,
                        asks("你是真人嗎", "你是真人吗", "are you a person"),
                        null,
                        null,
                        says(words("我是AI，不是真人。", "我是AI，不是真人。", "I'm an AI, not a person."))))
                .with(line(
                        "sensitive.crisis",
                        Line.Topic.SENSITIVE,
                        Line.Lock.CRISIS,
                        asks("不想活了", "不想活了", "want to die"),
                        null,
                        "handoff.urgent",
                        says(words(
                                "我很擔心你。請先打{hotline}。", "我很担心你。请先打{hotline}。", "I'm worried. Please call {hotline}."))))
                .with(new Form(
                        "order_lookup",
                        List.of(slot(
                                "order_no",
                                words("給我訂單號就行。", "给我订单号就行。", "Just the order number."),
                                words("格式像 SP20260101 這樣。", "格式像 SP20260101 这样。", "It looks like SP20260101."))),
                        asks("先不查", "先不查", "stop looking"),
                        words("好，先不查。", "好，先不查。", "Fine, we leave it."),
                        Duration.ofMinutes(30),
                        null,
                        "orders",
                        null,
                        null))
                .with(new Form(
                        "visit",
                        List.of(
                                new Form.Slot(
                                        "city",
                                        words("哪一座城市？", "哪一座城市？", "In which city?"),
                                        words("台北或巴黎？", "台北或巴黎？", "Taipei or Paris?"),
                                        null,
                                        2,
                                        "stuck",
                                        false,
                                        List.of("taipei", "paris")),
                                slot(
                                        "day",
                                        words("哪一天方便？", "哪一天方便？", "Which day suits you?"),
                                        words("請給一個日期。", "请给一个日期。", "A date, please.")),
                                new Form.Slot(
                                        "name",
                                        words("該如何稱呼？", "该如何称呼？", "How may we address you?"),
                                        words("名字就好。", "名字就好。", "Just a name."),
                                        words("僅用於門口迎接", "仅用于门口迎接", "only to greet you at the door"),
                                        2,
                                        "stuck",
                                        true,
                                        List.of())),
                        asks("不用了", "不用了", "no thank you"),
                        words("好的，隨時再來。", "好的，随时再来。", "As you wish."),
                        Duration.ofHours(24),
                        words("{city}，{day}，可以嗎？", "{city}，{day}，可以吗？", "{city}, {day}. May I hold the door?"),
                        null,
                        null,
                        null))
                .with(new Tier(says(words("這句我沒聽懂，換個說法？", "这句我没听懂，换个说法？", "I missed that.")), null))
                .with(new Tier(
                        says(
                                words("你是要這幾個嗎？", "你是要这几个吗？", "Is it one of these?"),
                                "best-guess",
                                "best-guess",
                                "handoff.explicit"),
                        null))
                .with(new Tier(null, "handoff.fallback"));
    }
}
