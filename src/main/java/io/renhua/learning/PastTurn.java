package io.renhua.learning;

import io.renhua.dialogue.Hearing.Circumstances;
import io.renhua.message.Content;
import io.renhua.message.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said in one breath and a persona answered, masked.
 *
 * @param talk tells conversations apart and names nobody
 * @param locale of their profile, where there is one
 * @param afterPerson whether a person had the conversation before
 * @param limits what their channel takes
 * @param around what was known then
 */
public record PastTurn(
        int talk,
        String platform,
        Instant at,
        @Nullable String locale,
        List<Content> said,
        boolean afterPerson,
        Limits limits,
        Circumstances around) {
    public PastTurn {
        said = List.copyOf(said);
    }

    public String words() {
        return String.join(" / ", said.stream().map(Content::asText).toList());
    }
}
