package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/** All seekers' finds together. */
final class DefinedEntities implements EntityFinder {
    private final List<Seeker> seekers;

    DefinedEntities(List<Seeker> seekers) {
        this.seekers = List.copyOf(seekers);
    }

    @Override
    public List<Entity> find(String utterance, ZonedDateTime now) {
        var letters = Letters.of(utterance);
        return seekers.stream()
                .flatMap(seeker -> seeker.seek(letters, now).stream())
                .sorted(Comparator.comparingInt(Entity::start))
                .toList();
    }
}
