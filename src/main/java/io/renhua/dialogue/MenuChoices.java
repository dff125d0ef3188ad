package io.renhua.dialogue;

import io.renhua.message.Choice;
import io.renhua.persona.Persona;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a channel's menu offers for good, to whoever opens it. A press does what a quick reply does. */
public final class MenuChoices {
    private MenuChoices() {}

    public static List<Choice> of(Persona persona, String locale, Instant now) {
        return persona.welcome().menu().stream()
                .filter(key -> !key.startsWith(Campaigns.PREFIX) || isForEverybody(persona, key, now))
                .flatMap(key ->
                        Stream.ofNullable(persona.labels().get(key)).map(label -> new Choice(key, label.in(locale))))
                .toList();
    }

    /** Nobody is known here, so what is for some alone is not offered. */
    private static boolean isForEverybody(Persona persona, String key, Instant now) {
        var campaign = persona.outreach().campaigns().get(Pressed.after(Campaigns.PREFIX, key));
        return campaign != null
                && campaign.plan().who().isEmpty()
                && campaign.plan().runs() != null
                && campaign.plan().runs().at(now);
    }
}
