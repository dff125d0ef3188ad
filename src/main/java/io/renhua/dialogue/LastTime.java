package io.renhua.dialogue;

import io.renhua.persona.Line;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wrote last, and what about.
 *
 * @param at null when they never did
 * @param topic the line answered last that was no small talk, by its id
 */
public record LastTime(@Nullable Instant at, @Nullable String topic) {
    static final LastTime NEVER = new LastTime(null, null);

    LastTime then(Instant now, Optional<Line> answered) {
        var line = answered.filter(each -> each.topic() == Line.Topic.LINE).map(Line::id);
        return new LastTime(now, line.orElse(topic));
    }
}
