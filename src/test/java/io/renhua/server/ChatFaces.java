package io.renhua.server;

import io.renhua.persona.Condition;
import io.renhua.persona.Disclosure;
import io.renhua.persona.Handoff;
import io.renhua.persona.Hours;
import io.renhua.persona.Identity;
import io.renhua.persona.Knowledge;
import io.renhua.persona.Locales;
import io.renhua.persona.Outreach;
import io.renhua.persona.Persona;
import io.renhua.persona.Portrait;
import io.renhua.persona.Privacy;
import io.renhua.persona.Promises;
import io.renhua.persona.Repertoire;
import io.renhua.persona.Tone;
import io.renhua.persona.Variant;
import io.renhua.persona.Welcome;
import io.renhua.persona.Words;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two personas with a name and a face and nothing to say. */
final class ChatFaces {
    /** What the menu of one of them offers. */
    private static final Map<String, Words> OFFERED = Map.of(
            "handoff.explicit", words("找真人", "找真人", "Talk to a person"),
            "order_status", words("查包裹", "查包裹", "Where's my parcel?"),
            "pick_tea", words("幫我挑茶", "帮我挑茶", "Pick a tea for me"));

    private ChatFaces() {}

    static Persona pao() {
        return persona(
                "pao",
                words("泡小拾", "泡小拾", "Pao"),
                words("拾泡茶社", "拾泡茶社", "Shipao Tea"),
                words("茶包店裡話有點多的小夥計", "茶包店里话有点多的小伙计", "The slightly chatty helper in the tea-bag shop"),
                OFFERED);
    }

    static Persona orvanne() {
        return persona(
                "orvanne",
                words("梵執事", "梵执事", "The Steward"),
                words("奧梵納", "奥梵纳", "Maison Orvanne"),
                words("為您開門、記得您的名字、不打聽您的事", "为您开门、记得您的名字、不打听您的事", "Opens the door, remembers your name, never pries"),
                Map.of());
    }

    private static Persona persona(String id, Words nickname, Words brand, Words is, Map<String, Words> offered) {
        var nothing = words("", "", "");
        return new Persona(
                id,
                "1",
                new Locales("zh-Hant", List.of("zh-Hant", "zh-Hans", "en")),
                new Portrait(
                        new Identity(nickname, brand, is, "img/avatar.svg", Map.of(), null, nickname),
                        null,
                        tone(),
                        List.of(),
                        Map.of()),
                new Knowledge(
                        Map.of("privacy", "https://shipao.example/privacy"), Map.of(), Map.of(), Map.of(), List.of()),
                new Repertoire(
                        new Welcome(
                                new Variant(Condition.ALWAYS, Set.of(), null, 0, nothing, null, List.of(), null, null),
                                List.of(),
                                null,
                                offered.keySet().stream().sorted().toList()),
                        offered,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of()),
                new Promises(
                        new Handoff(
                                new Hours(ZoneOffset.UTC, Map.of()),
                                Map.of(),
                                Map.of(),
                                List.of(),
                                new Handoff.Says(nothing, nothing, nothing, nothing, null, null),
                                Handoff.OURS,
                                Handoff.Reopen.PERSONA,
                                null),
                        new Disclosure(
                                nothing, words("AI", "AI", "AI"), words("真人", "真人", "Person"), 20, Duration.ofDays(1)),
                        new Privacy(Period.ofDays(90), Period.ofDays(30), List.of())),
                Outreach.NONE,
                List.of());
    }

    private static Tone tone() {
        return new Tone(
                Map.of(),
                Map.of(),
                new Tone.Lengths(Map.of(), Map.of(), Map.of(), 2),
                new Tone.Emoji(0, List.of(), Set.of()),
                new Tone.Marks(0, 0, 0, List.of(), 0),
                0,
                Set.of(),
                new Tone.WordRules(Map.of(), List.of(), List.of()));
    }

    private static Words words(String hant, String hans, String en) {
        return new Words(Map.of("zh-Hant", hant, "zh-Hans", hans, "en", en));
    }
}
