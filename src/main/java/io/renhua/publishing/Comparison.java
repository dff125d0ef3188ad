package io.renhua.publishing;

import io.renhua.lint.Utterance;
import io.renhua.persona.Images;
import io.renhua.persona.Knowledge;
import io.renhua.persona.Line;
import io.renhua.persona.Outreach;
import io.renhua.persona.Persona;
import io.renhua.persona.Portrait;
import io.renhua.persona.Promises;
import io.renhua.persona.Repertoire;
import io.renhua.persona.Variant;
import io.renhua.persona.Words;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two versions of a persona, sentence by sentence: what we say, what people say, and then everything else. */
public final class Comparison {
    /** Parts that are told as what is said, and the chats of the tests, which nobody hears. */
    private static final Set<String> SAID = Set.of(
            "says",
            "follow",
            "ask",
            "retry",
            "why",
            "cancelled",
            "confirm",
            "queued",
            "joined",
            "closed",
            "back",
            "once",
            "first",
            "say",
            "gone",
            "story",
            "title",
            "invite",
            "version",
            "tests");

    private static final Set<Class<?>> GROUPS =
            Set.of(Portrait.class, Knowledge.class, Repertoire.class, Promises.class, Outreach.class);

    private final List<Difference> differences = new ArrayList<>();

    private final String locale;

    private Comparison(String locale) {
        this.locale = locale;
    }

    public static List<Difference> of(Persona before, Persona after) {
        var comparison = new Comparison(after.locales().standard());
        comparison.said(before, after);
        comparison.asked(before, after);
        comparison.set("", before, after);
        return List.copyOf(comparison.differences);
    }

    private record Spot(String place, String locale) {}

    private void said(Persona before, Persona after) {
        compare("says", saidBy(before), saidBy(after));
    }

    private static Map<Spot, List<String>> saidBy(Persona persona) {
        var said = new LinkedHashMap<Spot, List<String>>();
        for (var utterance : Utterance.of(persona)) {
            said.computeIfAbsent(
                            new Spot(
                                    utterance.path().replaceAll("\\[\\d+]|\\.(says|text|say)\\b", ""),
                                    utterance.locale()),
                            spot -> new ArrayList<>())
                    .add(utterance.text().strip());
        }
        return said;
    }

    private void asked(Persona before, Persona after) {
        compare("asks", askedOf(before), askedOf(after));
    }

    private static Map<Spot, List<String>> askedOf(Persona persona) {
        var asked = new LinkedHashMap<Spot, List<String>>();
        for (var line : persona.lines().values()) {
            line.asks().forEach((locale, sentences) -> asked.put(new Spot(place(line), locale), sentences));
        }
        persona.handoff()
                .explicit()
                .forEach((locale, sentences) -> asked.put(new Spot("handoff.explicit", locale), sentences));
        return asked;
    }

    private static String place(Line line) {
        return line.topic() == Line.Topic.LINE ? "lines." + line.id() : line.id();
    }

    private void compare(String what, Map<Spot, List<String>> before, Map<Spot, List<String>> after) {
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .forEach(spot ->
                        compare(what, spot, before.getOrDefault(spot, List.of()), after.getOrDefault(spot, List.of())));
    }

    private void compare(String what, Spot spot, List<String> before, List<String> after) {
        var gone = without(before, after);
        var come = without(after, before);
        if (!gone.isEmpty() || !come.isEmpty()) {
            differences.add(new Difference(spot.place(), what, spot.locale(), gone, come));
        }
    }

    /** What is left of a list once the other's are taken away, one for one. */
    private static List<String> without(List<String> list, List<String> other) {
        var rest = new ArrayList<>(list);
        other.forEach(rest::remove);
        return rest;
    }

    /** Everything else, down to the value that is different. */
    private void set(String place, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (isWay(before) || isWay(after)) {
            differences.addAll(new Ways(place.replaceAll("\\.says\\b", ""), locale).between(ways(before), ways(after)));
            return;
        }
        switch (new Pair(before, after)) {
            case Pair(Words one, Words other) -> words(place, one, other);
            case Pair(Record one, Record other) when one.getClass() == other.getClass() -> parts(place, one, other);
            case Pair(Map<?, ?> one, Map<?, ?> other) ->
                keys(one, other).forEach((name, key) -> set(below(place, name), one.get(key), other.get(key)));
            case Pair(List<?> one, List<?> other)
            when areRecords(one) && one.size() == other.size() -> {
                for (int i = 0; i < one.size(); i++) {
                    set(place + "[" + i + "]", one.get(i), other.get(i));
                }
            }
            case Pair _ -> differences.add(new Difference(place, "", "", shown(before), shown(after)));
        }
    }

    /** Its words are told as what is said, and what goes with them here. */
    private static boolean isWay(@Nullable Object value) {
        return value instanceof Variant
                || (value instanceof List<?> list
                        && !list.isEmpty()
                        && list.stream().allMatch(Variant.class::isInstance));
    }

    private static List<Variant> ways(@Nullable Object value) {
        return switch (value) {
            case Variant way -> List.of(way);
            case List<?> list -> list.stream().map(Variant.class::cast).toList();
            case null, default -> List.of();
        };
    }

    private record Pair(@Nullable Object before, @Nullable Object after) {}

    private void words(String place, Words before, Words after) {
        keys(before.byLocale(), after.byLocale())
                .keySet()
                .forEach(locale -> compare("", new Spot(place, locale), text(before, locale), text(after, locale)));
    }

    private static List<String> text(Words words, String locale) {
        var text = words.byLocale().get(locale);
        return text == null ? List.of() : List.of(text);
    }

    private void parts(String place, Record before, Record after) {
        for (var component : before.getClass().getRecordComponents()) {
            var was = value(before, component);
            var is = value(after, component);
            if (isWay(was) || isWay(is) || (!SAID.contains(component.getName()) && !isAsks(before, component))) {
                set(place(place, before, component), was, is);
            }
        }
    }

    /** How a persona is kept together is nothing its author knows of. */
    private static String place(String around, Record record, RecordComponent component) {
        boolean kept = record instanceof Persona && GROUPS.contains(component.getType());
        return kept || component.getType() == Images.class ? around : below(around, component.getName());
    }

    private static boolean areRecords(List<?> list) {
        return list.stream().allMatch(Record.class::isInstance);
    }

    private static boolean isAsks(Record record, RecordComponent component) {
        return (record instanceof Line && component.getName().equals("asks"))
                || component.getName().equals("explicit");
    }

    private static Map<String, Object> keys(Map<?, ?> one, Map<?, ?> other) {
        var keys = new TreeMap<String, Object>();
        one.keySet().forEach(key -> keys.put(String.valueOf(key), key));
        other.keySet().forEach(key -> keys.put(String.valueOf(key), key));
        return keys;
    }

    private static String below(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /** A part that is new or gone as a whole is named; its words are told where they are said. */
    private static List<String> shown(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Duration time -> List.of(time.toString().substring(2).toLowerCase(Locale.ROOT)); // PT30M as 30m
            case Record record -> List.of("(there)");
            case Map<?, ?> map -> map.isEmpty() ? List.of() : List.of("(there)");
            case Collection<?> many
            when many.stream().anyMatch(Record.class::isInstance) -> List.of(many.size() + " of them");
            case Set<?> set ->
                new TreeSet<>(set.stream().map(String::valueOf).toList())
                        .stream().toList();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(value));
        };
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's own component cannot be read", e);
        }
    }
}
