package io.renhua.why;

import io.renhua.dialogue.Choosing;
import io.renhua.dialogue.Choosing.Hindrance;
import java.util.List;
import java.util.stream.Collectors;

/** What kept a variant from being said, in words. */
final class Hindrances {
    private final Tongue tongue;

    Hindrances(Tongue tongue) {
        this.tongue = tongue;
    }

    String of(Hindrance hindrance, Choosing choosing) {
        return switch (hindrance) {
            case Hindrance.Elsewhere() -> tongue.say("it is for other platforms", "寫給別的平台");
            case Hindrance.Condition(var unmet) ->
                unmet.stream().map(part -> needs(part, choosing)).collect(Collectors.joining(tongue.say("; ", "；")));
            case Hindrance.Humour(var most) ->
                tongue.say("it is funnier than is right now (at most " + most + ")", "現在不適合這麼幽默（最多 " + most + "）");
            case Hindrance.Incomplete() -> tongue.say("it names something that was not known", "裡面有當時還不知道的東西");
            case Hindrance.LessToThePoint() -> tongue.say("the one taken says more about the matter", "選的那句更切題");
            case Hindrance.SaidLately(var ago) ->
                tongue.say("it was said lately, " + before(ago), "剛說過，" + before(ago));
            case Hindrance.LessPersonal() ->
                tongue.say("the one taken was written for this person, time or place", "選的那句是為這個人、時間或平台寫的");
            case Hindrance.SaidSince(var ago) ->
                tongue.say(
                        "they heard it " + before(ago) + ", the one taken longer ago or never",
                        before(ago) + "聽過，選的那句更久沒聽或沒聽過");
            case Hindrance.Turns() ->
                tongue.say("as good as the one taken: they take turns by person and day", "一樣好：依人和日期輪流");
        };
    }

    /** What is known of a fact. */
    String fact(String name, List<String> values) {
        return name + " " + (values.isEmpty() ? tongue.say("not known", "不知道") : values(values));
    }

    private String needs(String part, Choosing choosing) {
        var name = part.replaceFirst(" .*", "");
        var known = choosing.facts().getOrDefault(name, List.of());
        return tongue.say(
                "needs " + part + ", and " + (known.isEmpty() ? "nothing was known of it" : "it was " + values(known)),
                "需要 " + part + "，" + (known.isEmpty() ? "但當時不知道" : "當時是 " + values(known)));
    }

    private String values(List<String> values) {
        return values.stream()
                .map(value -> value.equals(Choosing.OTHER) ? tongue.say("something else", "別的") : value)
                .collect(Collectors.joining(tongue.say(" and ", "、")));
    }

    private String before(long ago) {
        return tongue.say(ago == 1 ? "one message before" : ago + " messages before", ago + " 則訊息前");
    }
}
