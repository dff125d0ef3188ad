package io.renhua.nlu;

import java.util.List;

/** Makes finders from a persona's definitions. */
public final class EntityFinders {
    private EntityFinders() {}

    /** @throws IllegalArgumentException for a pattern that cannot be read, or not in linear time */
    public static EntityFinder of(List<EntityDefinition> definitions) {
        return new DefinedEntities(
                definitions.stream().map(EntityFinders::seeker).toList());
    }

    private static Seeker seeker(EntityDefinition definition) {
        return switch (definition) {
            case EntityDefinition.Pattern(var name, var regex) -> new PatternSeeker(name, regex);
            case EntityDefinition.Dictionary(var name, var values) -> new DictionarySeeker(name, values);
            case EntityDefinition.BuiltIn(var name, var kind) -> builtIn(name, kind);
        };
    }

    private static Seeker builtIn(String name, EntityDefinition.BuiltIn.Kind kind) {
        return switch (kind) {
            case NUMBER -> new NumberSeeker(name);
            case PHONE -> new PhoneSeeker(name);
            case EMAIL -> new AddressSeeker(name, AddressSeeker.EMAIL);
            case MONEY -> new MoneySeeker(name);
            case DATE -> new DateSeeker(name);
            case DURATION -> new DurationSeeker(name);
            case PERSON -> new PersonSeeker(name);
            case URL -> new AddressSeeker(name, AddressSeeker.URL);
        };
    }
}
