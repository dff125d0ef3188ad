package io.renhua.server;

import io.renhua.conversation.Personas;
import io.renhua.handoff.Enclosure;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pictures on the shelves of every persona at the desk, to choose from. */
@Singleton
final class Shelves {
    private final Personas personas;

    Shelves(Personas personas) {
        this.personas = personas;
    }

    /** By {@code persona/name}: whose each is, and what it shows, in a reader's language. */
    Map<String, String> all(String language) {
        var all = new LinkedHashMap<String, String>();
        personas.all().forEach(live -> {
            var persona = live.persona();
            var locale = persona.locales().pick(language);
            var nickname = persona.identity().nickname().in(locale);
            persona.shelf()
                    .forEach((name, picture) -> all.put(
                            persona.id() + "/" + name,
                            nickname + " · " + picture.alt().in(locale)));
        });
        return all;
    }

    boolean has(String persona, String name) {
        return personas.named(persona)
                .filter(live -> live.persona().shelf().containsKey(name))
                .isPresent();
    }

    /** Where a page finds the picture; empty where there is none, or not any more. */
    String address(Enclosure enclosure) {
        return personas.named(enclosure.persona())
                .map(live -> live.persona().shelf().get(enclosure.picture()))
                .map(picture -> "/p/" + enclosure.persona() + "/" + picture.path())
                .orElse("");
    }
}
