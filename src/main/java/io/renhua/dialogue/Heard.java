package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.message.Limits;
import io.renhua.nlu.Entity;
import io.renhua.nlu.Feeling;
import io.renhua.nlu.Ranking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One message with everything a decision needs: what was said, what it seems to mean, and where and when.
 *
 * @param bubbles how many bubbles it is made of
 * @param locale the platform profile's tag, where there is one
 * @param platform as in a script's {@code channel:}
 * @param facts what is known of the person: {@code tag}, {@code audience} …
 * @param tagsElsewhere what the desk calls the same person on other channels: by it people are found who know them, and no words
 *     are chosen
 * @param waiting whether a person has been asked for and nobody has come yet
 */
public record Heard(
        Content content,
        int bubbles,
        Ranking ranking,
        List<Entity> entities,
        Feeling feeling,
        Instant at,
        @Nullable String locale,
        String platform,
        Limits limits,
        Map<String, Set<String>> facts,
        Set<String> tagsElsewhere,
        boolean waiting,
        Outlook outlook) {

    /** What the desk calls them here and on other channels. */
    Set<String> tagsAnywhere() {
        var tags = new TreeSet<>(facts.getOrDefault("tag", Set.of()));
        tags.addAll(tagsElsewhere);
        return tags;
    }

    Heard whileWaiting(boolean person) {
        return new Heard(
                content,
                bubbles,
                ranking,
                entities,
                feeling,
                at,
                locale,
                platform,
                limits,
                facts,
                tagsElsewhere,
                person,
                outlook);
    }
}
