package io.renhua.server;

import io.renhua.connector.Identity;
import io.renhua.conversation.Pictures;
import io.renhua.dialogue.MenuChoices;
import io.renhua.persona.Persona;
import io.renhua.publishing.Publication;
import io.renhua.server.ChatCallers.Caller;
import io.renhua.store.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages' views show, for one reader's language. */
record ChatPage(String language, Map<String, String> words) {
    /** Where a persona's chat page says what it hears. */
    static String channelOf(String persona) {
        return "web-" + persona;
    }

    private static final Pattern SCENE = Pattern.compile("[\\p{L}\\p{N}_.-]{1,64}");

    /** The chat with one persona. */
    Map<String, Object> chat(
            Persona persona,
            @Nullable String scene,
            String address,
            Caller caller,
            Optional<ChatTrials.Going> trial,
            Instant now) {
        Map<String, Object> model = page("chat");
        var menu = MenuChoices.of(persona, persona.locales().pick(language), now);
        var values = values(persona, scene, address, caller);
        values.put("menu", menu);
        model.put("persona", face(persona));
        model.put("address", address);
        model.put("chat", Json.write(values));
        model.put("menu", menu);
        var identity = caller.identity();
        if (identity != null) {
            model.put("signedIn", calling(identity));
        }
        trial.ifPresent(going -> {
            model.put("trial", version(persona));
            model.put("trialUntil", going.until().toString());
        });
        model.put("privacy", persona.links().getOrDefault("privacy", ""));
        return model;
    }

    /** By what somebody knows that it is they who are signed in, and nobody who used the browser before. */
    private static String calling(Identity identity) {
        return Stream.of(identity.name(), identity.email(), identity.phone())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(identity.subject());
    }

    /** What its script calls a version, or else enough of its address to tell it from others. */
    private static String version(Persona persona) {
        var label = Publication.label(persona.version());
        return label.isEmpty() ? Publication.address(persona.version()) : label;
    }

    /** A link to try a version that leads nowhere any more. */
    Map<String, Object> over(Persona persona) {
        Map<String, Object> model = page("over");
        model.put("persona", face(persona));
        return model;
    }

    /** What the page's scripts need. */
    private Map<String, Object> values(Persona persona, @Nullable String scene, String address, Caller caller) {
        Map<String, Object> values = new TreeMap<>(face(persona));
        values.put("thread", caller.conversation().thread()); // what was not sent stays in its own
        values.put("language", language);
        values.put("words", words);
        values.put("address", address);
        if (scene != null && SCENE.matcher(scene).matches()) {
            values.put("scene", scene);
        }
        return values;
    }

    /** Everybody there is to chat with. */
    Map<String, Object> home(List<Persona> personas) {
        Map<String, Object> model = page("home");
        model.put(
                "personas",
                personas.stream()
                        .sorted(Comparator.comparing(Persona::id))
                        .map(this::face)
                        .toList());
        return model;
    }

    /** There is nobody of that name. */
    Map<String, Object> lost() {
        return page("lost");
    }

    private Map<String, Object> page(String name) {
        Map<String, Object> model = new TreeMap<>();
        model.put("page", name);
        model.put("language", language);
        model.put("words", words);
        model.put("languages", ChatWords.LANGUAGES);
        return model;
    }

    private Map<String, String> face(Persona persona) {
        var identity = persona.identity();
        var locale = persona.locales().pick(language);
        Map<String, String> face = new TreeMap<>();
        face.put("id", persona.id());
        face.put("locale", locale);
        face.put("nickname", identity.nickname().in(locale));
        face.put("brand", identity.brand().in(locale));
        face.put("is", identity.is().in(locale));
        face.put("alt", identity.alt().in(locale));
        face.put("bot", persona.disclosure().bot().in(locale));
        face.put("human", persona.disclosure().human().in(locale));
        face.put("avatar", picture(persona, identity.avatar()));
        var card = identity.card();
        face.put("card", picture(persona, card == null ? identity.avatar() : card));
        return face;
    }

    private static String picture(Persona persona, String path) {
        return Pictures.path(persona, path);
    }
}
