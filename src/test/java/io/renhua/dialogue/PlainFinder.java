package io.renhua.dialogue;

import io.renhua.nlu.Entity;
import io.renhua.nlu.EntityDefinition;
import io.renhua.nlu.EntityFinder;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds patterns, listed names and ISO dates: as much as these tests need. */
record PlainFinder(List<EntityDefinition> definitions) implements EntityFinder {

    @Override
    public List<Entity> find(String utterance, ZonedDateTime now) {
        var found = new ArrayList<Entity>();
        for (var definition : definitions) {
            switch (definition) {
                case EntityDefinition.Pattern(var name, var regex) -> match(found, name, regex, utterance);
                case EntityDefinition.Dictionary(var name, var values) ->
                    values.forEach((value, names) -> names.stream()
                            .filter(utterance::contains)
                            .findFirst()
                            .ifPresent(hit -> found.add(new Entity(
                                    name, value, utterance.indexOf(hit), utterance.indexOf(hit) + hit.length()))));
                case EntityDefinition.BuiltIn(var name, var kind) -> {
                    if (kind == EntityDefinition.BuiltIn.Kind.DATE) {
                        match(found, name, "\\d{4}-\\d{2}-\\d{2}", utterance);
                    }
                }
            }
        }
        return found;
    }

    private static void match(List<Entity> found, String name, String regex, String utterance) {
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                .matcher(utterance)
                .results()
                .forEach(hit -> found.add(new Entity(name, hit.group(), hit.start(), hit.end())));
    }
}
