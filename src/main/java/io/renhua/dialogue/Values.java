package io.renhua.dialogue;

import io.renhua.persona.EntityKind;
import io.renhua.persona.Pack;
import io.renhua.persona.Packs;
import io.renhua.persona.Persona;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What placeholders stand for, as said in one locale. Values are words, whatever they look like. */
final class Values {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private final Persona persona;
    private final DialogueState state;
    private final String locale;
    private final Map<String, String> known;
    private final @Nullable Heard heard;

    /** @param heard null where we speak without being spoken to */
    Values(Persona persona, DialogueState state, String locale, Map<String, String> known, @Nullable Heard heard) {
        this.persona = persona;
        this.state = state;
        this.locale = locale;
        this.known = known;
        this.heard = heard;
    }

    static Values of(Turn turn) {
        return new Values(turn.persona(), turn.state(), turn.locale(), turn.known(), turn.heard());
    }

    Optional<String> of(String name) {
        return switch (name) {
            case "nickname" -> Optional.of(persona.identity().nickname().in(locale));
            case "brand" -> Optional.of(persona.identity().brand().in(locale));
            case "retain" -> Optional.of(SpokenTime.period(persona.privacy().chat(), locale));
            case "hotline" -> Optional.of(hotline());
            case Helped.UNTIL -> raw(name).map(this::moment);
            case Helped.TOPIC -> raw(name).map(topic -> labelled(topic).orElse(topic));
            case "last_topic" -> raw(name).or(this::lastTopic);
            default ->
                name.startsWith("link.")
                        ? Optional.ofNullable(persona.links().get(name.substring("link.".length())))
                        : raw(name).map(value -> called(name, value)).filter(value -> !value.isBlank());
        };
    }

    /** What the button is called that leads to the line of the last time. */
    private Optional<String> lastTopic() {
        return Optional.ofNullable(state.lastTime().topic()).flatMap(this::labelled);
    }

    private Optional<String> labelled(String line) {
        return Optional.ofNullable(persona.labels().get(line)).map(label -> label.in(locale));
    }

    /** As people say it, where the persona is at home. */
    private String moment(String value) {
        try {
            var zone = persona.handoff().hours().zone();
            var then = Instant.parse(value).atZone(zone);
            return heard == null
                    ? SpokenTime.clock(then)
                    : SpokenTime.past(then, heard.at().atZone(zone), locale);
        } catch (DateTimeParseException e) {
            return value; // a test says it as it is to be said
        }
    }

    /** The value as it is kept, not as it is said. */
    Optional<String> raw(String name) {
        return Optional.ofNullable(known.get(name))
                .or(() -> entity(name))
                .or(() -> slot(name))
                .or(() -> Optional.ofNullable(state.memory().facts().get(name)))
                .or(() -> fact(name));
    }

    private Optional<String> entity(String name) {
        return heard == null || name(name)
                ? Optional.empty()
                : heard.entities().stream()
                        .filter(entity -> entity.name().equals(name))
                        .reduce((first, last) -> last)
                        .map(entity -> entity.value());
    }

    /** Almost any words could be a name: it only counts when it was asked for. */
    private boolean name(String entity) {
        return persona.entities().get(entity) instanceof EntityKind.BuiltIn(var kind) && kind.equals("person");
    }

    private Optional<String> slot(String name) {
        return state.forms().reversed().stream()
                .filter(form -> form.slots().containsKey(name))
                .map(form -> form.slots().getOrDefault(name, ""))
                .findFirst();
    }

    private Optional<String> fact(String name) {
        return heard == null || !heard.facts().containsKey(name)
                ? Optional.empty()
                : new TreeSet<>(heard.facts().get(name)).stream().findFirst();
    }

    private String called(String name, String value) {
        if (persona.entities().get(name) instanceof EntityKind.Values(var values, var called)
                && called.containsKey(value)) {
            return called.get(value).in(locale);
        }
        return DATE.matcher(value).matches()
                ? dated(value)
                : SPACE.matcher(value).replaceAll(" ").strip();
    }

    private String dated(String value) {
        try {
            return SpokenTime.date(LocalDate.parse(value), locale);
        } catch (DateTimeParseException e) {
            return value; // looks like a date and is none: said as it stands
        }
    }

    /** The script's own number, or that of the crisis pack for the region of the language. */
    private String hotline() {
        var own = raw("hotline").orElse(persona.links().getOrDefault("hotline", ""));
        if (!own.isBlank()) {
            return own;
        }
        var pack = Objects.requireNonNullElse(
                persona.packs().get(Pack.CRISIS), Packs.standing().get(Pack.CRISIS));
        return pack.hotline(locale)
                .orElseGet(() -> SpokenTime.say(locale, "當地的緊急電話", "当地的紧急电话", "your local emergency number"));
    }
}
