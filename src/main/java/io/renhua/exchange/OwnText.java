package io.renhua.exchange;

import io.renhua.persona.EntityKind;
import io.renhua.persona.Pack;
import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our words on their way out, where nobody fills our placeholders. */
final class OwnText {
    private static final Pattern GAP = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?}");

    /** Something that looks like one, for what we find by ourselves. */
    private static final Map<String, String> SAMPLES = Map.of(
            "number", "3",
            "phone", "0912345678",
            "email", "mei@example.com",
            "money", "NT$100",
            "date", "2026-12-01",
            "duration", "3 days",
            "person", "Mei",
            "url", "www.example.com");

    private final Persona persona;
    private final String locale;
    private final Set<String> unfilled = new TreeSet<>();

    OwnText(Persona persona, String locale) {
        this.persona = persona;
        this.locale = locale;
    }

    /** Placeholders that had neither a value nor a default: three dots stand there. */
    Set<String> unfilled() {
        return unfilled;
    }

    /** What the persona says. */
    String said(String text) {
        return filled(text, this::value);
    }

    /** The same, where some placeholders go out in another form; null for those that do not. */
    String said(String text, Map<String, String> others) {
        return filled(text, gap -> others.containsKey(gap.name()) ? others.getOrDefault(gap.name(), "") : value(gap));
    }

    /** What people say, with something that could stand for each entity. */
    String asked(String text, Function<String, String> entity) {
        return filled(text, gap -> entity.apply(gap.name()));
    }

    /** A value that people may say for an entity. */
    String sample(String entity) {
        return switch (persona.entities().get(entity)) {
            case null -> "…";
            case EntityKind.Pattern pattern -> pattern.example();
            case EntityKind.Values values ->
                values.called().values().stream()
                        .findFirst()
                        .map(called -> called.in(locale))
                        .orElse("…");
            case EntityKind.BuiltIn system -> SAMPLES.getOrDefault(system.kind(), "…");
        };
    }

    private String value(Placeholder gap) {
        var name = gap.name();
        if (name.startsWith("link.") && persona.links().containsKey(name.substring(5))) {
            return persona.links().getOrDefault(name.substring(5), "");
        }
        return switch (name) {
            case "nickname" -> persona.identity().nickname().in(locale);
            case "brand" -> persona.identity().brand().in(locale);
            case "retain" -> days();
            case "hotline" -> hotline();
            default -> otherwise(gap);
        };
    }

    private String otherwise(Placeholder gap) {
        if (gap.otherwise() != null) {
            return gap.otherwise();
        }
        unfilled.add(gap.name());
        return "…";
    }

    private String days() {
        long days = ChronoUnit.DAYS.between(
                LocalDate.EPOCH, LocalDate.EPOCH.plus(persona.privacy().chat()));
        return locale.startsWith("zh") ? days + "天" : days + " days";
    }

    private String hotline() {
        Pack crisis = persona.packs().get("crisis");
        return crisis == null ? "…" : crisis.hotlines().getOrDefault("any", "…");
    }

    private static String filled(String text, Function<Placeholder, String> value) {
        return GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(value.apply(new Placeholder(gap.group(1), gap.group(2)))));
    }
}
