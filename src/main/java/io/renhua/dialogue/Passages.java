package io.renhua.dialogue;

import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Limits;
import io.renhua.persona.Handoff.Rating;
import io.renhua.persona.Persona;
import io.renhua.persona.Words;
import io.renhua.text.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a persona says of who speaks, when nobody has spoken to it: in the conversation's language. */
public final class Passages {
    /** Leads to whoever wants to say more than a number. */
    public static final String WHY = "rating.why";

    /** Followed by the number. */
    public static final String SCORE = "rating.";

    public static final int BEST = 5;

    /** A person takes over. */
    public Move.Say joined(Persona persona, DialogueState state, String agent) {
        var words = persona.handoff().says().joined();
        return say(persona, state, "handoff.joined", words, Map.of("agent", agent), new Reason.PersonCame());
    }

    /** The persona takes over again. */
    public Move.Say back(Persona persona, DialogueState state, String agent) {
        var words = persona.handoff().says().back();
        return say(persona, state, "handoff.back", words, Map.of("agent", agent), new Reason.PersonLeft());
    }

    /** To somebody who waits for a person, and was not told or told too little: how long it will take. */
    public Move.Say waiting(Persona persona, DialogueState state, Instant now, Outlook outlook) {
        var handoff = persona.handoff();
        var locale = persona.locales().pick(state.locale());
        var known = Handoffs.outlook(handoff, now, outlook, locale);
        return outlook.attended() && handoff.hours().openAt(now)
                ? say(persona, state, "handoff.queued", handoff.says().queued(), known, new Reason.Waiting())
                : say(persona, state, "handoff.closed", handoff.says().closed(), known, new Reason.Waiting());
    }

    /** Another person is asked to take over from the one who is there. */
    public Move.Say moving(Persona persona, DialogueState state) {
        var words = movingWords(persona, persona.locales().pick(state.locale()));
        return say(persona, state, "handoff.moving", words, Map.of(), new Reason.SomebodyElse());
    }

    static Words movingWords(Persona persona, String locale) {
        var usual = SpokenTime.say(
                locale,
                "正在幫你轉給同事，留在這個對話就好。",
                "正在帮你转给同事，留在这个对话就好。",
                "Passing you to a colleague. Just stay in this chat.");
        return or(persona.handoff().says().moving(), new Words(Map.of(locale, usual)));
    }

    /** The person who was there does not answer any more. */
    public Move.Say stillHere(Persona persona, DialogueState state) {
        var usual = usual(
                persona, state, "還在這裡，正在幫你找別的同事。", "还在这里，正在帮你找别的同事。", "Still here. Getting somebody else for you.");
        var words = or(persona.handoff().says().stillHere(), usual);
        return say(persona, state, "handoff.still_here", words, Map.of(), new Reason.SomebodyElse());
    }

    /** Somebody's help is over: what was it like? Where a channel shows too few buttons, a number is typed. */
    public Move.Say rate(Persona persona, DialogueState state, Limits limits) {
        var usual = usual(persona, state, "剛才幫得上忙嗎？回一個數字就好。", "刚才帮得上忙吗？回一个数字就好。", "Did that help? A number is enough.");
        return offering(
                asked(persona, state, "ask", usual), scores(persona.locales().pick(state.locale())), limits);
    }

    /** They said so. */
    public Move.Say rated(Persona persona, DialogueState state, Limits limits) {
        var usual = usual(persona, state, "收到，謝謝你。", "收到，谢谢你。", "Got it, thank you.");
        var locale = persona.locales().pick(state.locale());
        var more = new Choice(WHY, SpokenTime.say(locale, "想多說兩句", "想多说两句", "Say more"));
        return offering(asked(persona, state, "thanks", usual), List.of(more), limits);
    }

    /** They want to say more. */
    public Move.Say askWhy(Persona persona, DialogueState state) {
        var usual = usual(persona, state, "請說，會原話交給同事。", "请说，会原话交给同事。", "Go ahead, it goes to the team word for word.");
        return asked(persona, state, "why", usual);
    }

    /** They did. */
    public Move.Say noted(Persona persona, DialogueState state) {
        var usual = usual(persona, state, "交給同事了，謝謝你說。", "交给同事了，谢谢你说。", "Passed on. Thank you for saying so.");
        return asked(persona, state, "noted", usual);
    }

    private static Move.Say asked(Persona persona, DialogueState state, String part, Words usual) {
        var words = or(own(persona.handoff().rating(), part), usual);
        return say(persona, state, "handoff.rating." + part, words, Map.of(), new Reason.HowItWas());
    }

    private static @Nullable Words own(@Nullable Rating rating, String part) {
        return rating == null
                ? null
                : switch (part) {
                    case "ask" -> rating.ask();
                    case "thanks" -> rating.thanks();
                    case "why" -> rating.why();
                    default -> rating.noted();
                };
    }

    private static List<Choice> scores(String locale) {
        var labels = SpokenTime.say(
                        locale,
                        "1 很不好,2 不太好,3 普通,4 不錯,5 很好",
                        "1 很不好,2 不太好,3 一般,4 不错,5 很好",
                        "1 bad,2 poor,3 okay,4 good,5 great")
                .split(",");
        return IntStream.range(0, labels.length)
                .mapToObj(i -> new Choice(SCORE + (i + 1), labels[i]))
                .toList();
    }

    /** With what can be pressed under the last bubble, where the channel shows all of it. */
    private static Move.Say offering(Move.Say say, List<Choice> choices, Limits limits) {
        if (limits.choices() > 0 && limits.choices() < choices.size()) {
            return say;
        }
        var shown = choices.stream()
                .map(choice -> new Choice(choice.key(), Measure.wordsWithin(choice.label(), limits.labelLength())))
                .toList();
        var last = new Content.Choices(say.bubbles().getLast().asText(), shown);
        var before = say.bubbles().subList(0, say.bubbles().size() - 1);
        var bubbles = new ArrayList<Content>(before);
        bubbles.add(last);
        return new Move.Say(say.source(), bubbles, say.mood(), say.trace());
    }

    private static Words or(@Nullable Words own, Words usual) {
        return own == null ? usual : own;
    }

    private static Words usual(Persona persona, DialogueState state, String hant, String hans, String english) {
        var locale = persona.locales().pick(state.locale());
        return new Words(Map.of(locale, SpokenTime.say(locale, hant, hans, english)));
    }

    private static Move.Say say(
            Persona persona, DialogueState state, String source, Words words, Map<String, String> known, Reason why) {
        var locale = persona.locales().pick(state.locale());
        var values = new Values(persona, state, locale, known, null);
        return Phrasing.say(values, locale, source, words, why);
    }
}
