package io.renhua.lint;

import io.renhua.nlu.EntityDefinition;
import io.renhua.nlu.EntityDefinition.BuiltIn.Kind;
import io.renhua.nlu.EntityFinder;
import io.renhua.nlu.EntityFinders;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Persona;
import io.renhua.persona.Privacy;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows of the values that a script masks their last four characters, or nothing, wherever words leave the house. */
public final class Veil {
    private static final ZonedDateTime ANY_DAY = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final int TAIL = 4;
    private static final String STAR = "*";
    /** What {@link Masking} calls the papers that a script may name. */
    private static final Map<String, String> PAPERS = Map.of("id_card", "id_card", "bank_card", "card");

    private final Privacy privacy;
    private final EntityFinder finder;

    private Veil(Privacy privacy, EntityFinder finder) {
        this.privacy = privacy;
        this.finder = finder;
    }

    public static Veil of(Persona persona) {
        var definitions = persona.privacy().mask().stream()
                .flatMap(name -> definition(persona, name).stream())
                .toList();
        return new Veil(persona.privacy(), EntityFinders.of(definitions));
    }

    /** What anybody's script would mask, where none is at hand: phones, mail and papers. */
    public static Veil standard() {
        var privacy = new Privacy(Period.ZERO, Period.ZERO, List.of("phone", "email", "id_card", "bank_card"));
        return new Veil(privacy, EntityFinders.of(List.of(builtIn("phone", "phone"), builtIn("email", "email"))));
    }

    private static Optional<EntityDefinition> definition(Persona persona, String name) {
        var kind = persona.entities().get(name);
        return switch (kind) {
            case EntityKind.Pattern(var regex, var example) -> Optional.of(new EntityDefinition.Pattern(name, regex));
            case EntityKind.Values(var values, var called) ->
                Optional.of(new EntityDefinition.Dictionary(name, values));
            case EntityKind.BuiltIn(var builtIn) -> Optional.of(builtIn(name, builtIn));
            case null ->
                name.equals("phone") || name.equals("email") ? Optional.of(builtIn(name, name)) : Optional.empty();
        };
    }

    private static EntityDefinition builtIn(String name, String kind) {
        return new EntityDefinition.BuiltIn(name, Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    /** One value by its name: the script may mask it whatever it looks like. */
    public String over(String name, String value) {
        return privacy.mask().contains(name) ? shown(name, value) : over(value);
    }

    public String over(String words) {
        var open = withoutPapers(words);
        var veiled = new StringBuilder();
        int end = 0;
        for (var found : finder.find(open, ANY_DAY)) {
            if (found.start() >= end) {
                veiled.append(open, end, found.start())
                        .append(shown(found.name(), open.substring(found.start(), found.end())));
                end = found.end();
            }
        }
        return veiled.append(open.substring(end)).toString();
    }

    private String withoutPapers(String words) {
        var masked = words;
        for (var name : privacy.mask()) {
            masked = PAPERS.containsKey(name) ? Masking.hiding(PAPERS.get(name), masked) : masked;
        }
        return masked;
    }

    private String shown(String name, String value) {
        int kept = privacy.hidden().contains(name) || value.length() <= TAIL ? 0 : TAIL;
        return STAR.repeat(value.length() - kept) + value.substring(value.length() - kept);
    }
}
