package io.renhua.publishing;

import io.renhua.persona.Condition;
import io.renhua.persona.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The ways of saying one thing in two versions, besides their words: when each is said, where, and what goes with it. */
final class Ways {
    private static final int QUOTED = 24;

    private final String place;
    private final String locale;

    /** @param locale in which a way is quoted */
    Ways(String place, String locale) {
        this.place = place;
        this.locale = locale;
    }

    /** Each way beside the one with the same words, and those with new words beside each other, in their order. */
    List<Difference> between(List<Variant> before, List<Variant> after) {
        var gone = new ArrayList<>(before);
        var come = new ArrayList<Variant>();
        var differences = new ArrayList<Difference>();
        for (var way : after) {
            var same =
                    gone.stream().filter(was -> was.text().equals(way.text())).findFirst();
            same.ifPresentOrElse(
                    was -> {
                        gone.remove(was);
                        differences.addAll(between(way, traits(was), traits(way)));
                    },
                    () -> come.add(way));
        }
        for (var way : come) {
            var was = gone.isEmpty() ? Map.<String, String>of() : traits(gone.removeFirst());
            differences.addAll(between(way, was, traits(way)));
        }
        return differences;
    }

    private List<Difference> between(Variant way, Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Difference(
                        place, name + " of '" + quoted(way) + "'", "", value(before, name), value(after, name)))
                .toList();
    }

    private static List<String> value(Map<String, String> traits, String name) {
        return Optional.ofNullable(traits.get(name)).stream().toList();
    }

    /** By the names of the script; what a way does not have is left out. */
    private static Map<String, String> traits(Variant way) {
        var traits = new LinkedHashMap<String, String>();
        traits.put("if", words(way.when()));
        traits.put("channel", String.join(", ", new TreeSet<>(way.platforms())));
        traits.put("mood", Objects.requireNonNullElse(way.mood(), ""));
        traits.put("humour", way.humour() == 0 ? "" : String.valueOf(way.humour()));
        traits.put("quick", String.join(", ", way.quick()));
        if (way.media() instanceof Variant.Picture(var kind, var path, var alt)) {
            traits.put("media", kind + ": " + path);
        }
        var card = way.card();
        if (card != null) {
            traits.put("card image", Objects.requireNonNullElse(card.image(), ""));
            traits.put(
                    "card button",
                    card.button() == null ? "" : "opens " + card.button().open());
        }
        if (way.claim() != null) {
            traits.put("claim", Objects.requireNonNullElse(way.claim().kind(), ""));
            traits.put("proof", Objects.requireNonNullElse(way.claim().proof(), ""));
        }
        traits.values().removeAll(Set.of(""));
        return traits;
    }

    private static String words(Condition when) {
        return switch (when) {
            case Condition.All(var conditions) -> words(conditions, ", ");
            case Condition.Any(var conditions) -> "any of (" + words(conditions, "; ") + ")";
            case Condition.Is(var fact, var value) -> fact + ": " + value;
            case Condition.Compares(var fact, var atLeast, var bound) ->
                fact + ": " + (atLeast ? ">=" : "<=") + String.valueOf(bound).replaceAll("\\.0$", "");
        };
    }

    private static String words(List<Condition> conditions, String between) {
        return conditions.stream().map(Ways::words).collect(Collectors.joining(between));
    }

    private String quoted(Variant way) {
        var text = way.text().bubbles(locale).getFirst();
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
