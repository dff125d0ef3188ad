package io.renhua.retention;

import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.persona.Privacy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * What people on a channel are told about how long their words are kept.
 *
 * @param persona who tells them
 * @param chat in days
 * @param media in days
 * @param since when it was first seen to be told
 */
record Promise(String channel, String persona, int chat, int media, Instant since) {
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    /** What is told now, wherever somebody speaks: the shorter where a version on trial tells another. */
    static List<Promise> told(Personas personas, Instant now) {
        return personas.channels().stream()
                .map(channel -> told(personas, channel, now))
                .toList();
    }

    private static Promise told(Personas personas, String channel, Instant now) {
        var persona = personas.on(channel).persona();
        var trial = personas.onTrial(persona.id()).map(LivePersona::persona).orElse(persona);
        return new Promise(
                channel,
                persona.id(),
                shorter(persona.privacy(), trial.privacy(), Privacy::chat),
                shorter(persona.privacy(), trial.privacy(), Privacy::media),
                now);
    }

    private static int shorter(Privacy one, Privacy other, Function<Privacy, Period> kept) {
        return Math.min(days(kept.apply(one)), days(kept.apply(other)));
    }

    private static int days(Period period) {
        return Math.toIntExact(ChronoUnit.DAYS.between(ANY_DAY, ANY_DAY.plus(period)));
    }

    /** Of two what is the less. */
    Promise shorter(Promise other) {
        return new Promise(channel, persona, Math.min(chat, other.chat), Math.min(media, other.media), since);
    }

    boolean saysTheSame(Promise other) {
        return persona.equals(other.persona) && chat == other.chat && media == other.media;
    }
}
