package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.List;

/** Finds a persona's entities in utterances. Immutable and safe to share between threads. */
public interface EntityFinder {

    /**
     * @param now what 'tomorrow' is counted from, in the zone of who speaks
     * @return in order of place; overlapping finds of different names are all kept
     */
    List<Entity> find(String utterance, ZonedDateTime now);
}
