package world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The persona of the runs: 20 lines of 15 examples. People name a ticket in whatever they ask, and every reply says it
 * again, so that from outside each reply tells which message it answers.
 */
public final class Brand {
    public static final String ID = "bench";
    private static final String[] THINGS = {
        "運費", "退貨", "發票", "門市", "會員", "點數", "尺寸", "顏色", "保固", "維修", "禮盒", "預購", "付款", "折扣", "庫存", "包裝", "到貨", "取消",
        "客訂", "試用"
    };
    private static final String[] ASKS = {
        "%s怎麼算",
        "請問%s",
        "想問%s的事",
        "%s多少",
        "可以說一下%s嗎",
        "%s在哪裡看",
        "我要問%s",
        "%s有什麼規定",
        "關於%s",
        "%s要多久",
        "哪裡有%s",
        "沒有%s怎麼辦",
        "%s可以改嗎",
        "幫我看%s",
        "%s什麼時候"
    };
    private static final String SCRIPT = """
        spec: renhua/1
        id: bench
        version: 2026.1.1
        locales:
          default: zh-Hant
          offer: [zh-Hant]
        identity:
          nickname: 小秤
          brand: 秤店
          is: 什麼都量一量的店員
          images:
            avatar: img/bench.svg
            alt: 一把秤
        entry:
          follow:
            say: 嗨，我是{nickname}。
        links:
          privacy: https://bench.example/privacy
        entities:
          ticket:
            pattern: "K[0-9]+"
            example: K1
        small_talk:
          are_you_human:
            locked: truth
            asks: [你是真人嗎, 你是機器人嗎, 你是AI嗎, 有人在嗎, 這是自動回覆嗎]
            says: 我是AI，不是真人，{ticket|沒有單號}。
          unknown:
            tiers:
              - 換個說法好嗎，{ticket|沒有單號}？
              - do: handoff.fallback
        sensitive:
          crisis:
            locked: crisis
            asks: [不想活了, 我想死, 撐不下去了, 想傷害自己, 活著好累]
            says: 我很擔心你。請先打{hotline}，我也幫你叫人。
            hands_off: urgent
        handoff:
          hours: {tz: Asia/Taipei, mon-sun: ["00:00-24:00"]}
          explicit:
            asks: [真人, 找客服, 轉人工, 換人來, 我要跟人講話]
          reasons:
            fallback:
              queue: care
              when: {unknown: 3, within: 6}
          say:
            queued: 前面{ahead}位，約{wait}。
            joined: "{agent}（真人）來了。"
            closed: 現在沒人在，{opens}回你。
            back: 接下來找我。
        disclosure:
          first: 我是{brand}的AI{nickname}。對話保存{retain}：{link.privacy}
          badge: {bot: AI, human: 真人}
        privacy:
          retain: {chat: 180d, media: 30d}
        """;

    private static final String FACE = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";

    private Brand() {}

    /** Writes the script into a folder of personas. */
    public static void write(Path personas) {
        try {
            var lines = personas.resolve(ID).resolve("lines");
            Files.createDirectories(lines);
            Files.createDirectories(personas.resolve(ID).resolve("img"));
            Files.writeString(personas.resolve(ID).resolve("img/bench.svg"), FACE);
            Files.writeString(personas.resolve(ID).resolve("persona.yaml"), SCRIPT);
            Files.writeString(
                    lines.resolve("goods.yaml"),
                    IntStream.range(0, THINGS.length)
                            .mapToObj(Brand::line)
                            .collect(Collectors.joining("\n", "lines:\n\n", "")));
        } catch (IOException e) {
            throw new UncheckedIOException("writing the persona of the runs", e);
        }
    }

    /** Saves another version of the script, of this number: its words change, and what people ask does not. */
    public static void change(Path personas, int number) {
        try {
            var script = personas.resolve(ID);
            Files.writeString(
                    script.resolve("persona.yaml"),
                    SCRIPT.replace("version: 2026.1.1", "version: " + version(number)).replace("什麼都量一量的店員", "量過" + number + "樣東西的店員"));
        } catch (IOException e) {
            throw new UncheckedIOException("changing the persona of the runs", e);
        }
    }

    /** How a server names such a version when it begins to speak. */
    public static String version(int number) {
        return "2026.2." + number;
    }

    private static String line(int thing) {
        var asks = IntStream.range(0, ASKS.length)
                .mapToObj(ask -> "      - \"" + ask(thing, ask) + (ask % 3 == 0 ? " {ticket}" : "") + "\"\n")
                .collect(Collectors.joining());
        return "  thing" + thing + ":\n    asks:\n" + asks + "    says: \"" + THINGS[thing] + "在這裡，{ticket|沒有單號}。\"\n";
    }

    /** What somebody asks: the thing and the way of asking are taken from the number, so that a run can be run again. */
    public static String words(int number) {
        return ask(number % THINGS.length, number / THINGS.length % ASKS.length) + " " + ticket(number);
    }

    static String wantsPerson(int number) {
        return "轉人工 " + ticket(number);
    }

    private static String ask(int thing, int ask) {
        return ASKS[ask].formatted(THINGS[thing]);
    }

    static String ticket(int number) {
        return "K" + number;
    }
}
