package io.renhua.server;

import io.renhua.conversation.Personas;
import io.renhua.persona.Persona;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Spoken;
import io.renhua.publishing.Spoken.Speech;
import io.renhua.store.StoreAway;
import io.renhua.text.Wording;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which version each persona speaks, and where an older one is still spoken, for the page of operations and for {@code /health}. */
@Singleton
final class SpokenBoard {
    private final Spoken spoken;
    private final Personas personas;

    SpokenBoard(Spoken spoken, Personas personas) {
        this.spoken = spoken;
        this.personas = personas;
    }

    List<Speech> now() {
        try {
            return spoken.all();
        } catch (StoreAway e) {
            return List.of(); // the page says that it is away
        }
    }

    /** Whether somebody should look: a node cannot speak what it should. */
    static boolean isTroubled(Speech speech) {
        return speech.trouble() != null;
    }

    /**
     * One row for each persona.
     *
     * @param language of whoever reads it
     */
    List<Map<String, Object>> shown(List<Speech> all, String language) {
        return all.stream()
                .map(Speech::persona)
                .distinct()
                .map(persona -> shown(
                        persona,
                        all.stream()
                                .filter(each -> each.persona().equals(persona))
                                .toList(),
                        language))
                .toList();
    }

    private Map<String, Object> shown(String id, List<Speech> nodes, String language) {
        var newest = newest(nodes);
        var shown = new HashMap<String, Object>();
        shown.put("persona", id);
        shown.put(
                "name", personas.named(id).map(live -> nickname(live.persona())).orElse(id));
        shown.put("version", label(newest.newest()));
        shown.put("address", Publication.address(newest.newest()));
        shown.put("since", newest.since().toString());
        shown.put(
                "older",
                nodes.stream()
                        .filter(each -> isBehind(each, newest))
                        .map(each -> older(each, language))
                        .toList());
        shown.put("nodes", nodes.size());
        return shown;
    }

    /** What a node that is hindered knows to be newest, or what was begun last. */
    static Speech newest(List<Speech> nodes) {
        return nodes.stream()
                .filter(Speech::isOlder)
                .findFirst()
                .orElseGet(() -> nodes.stream()
                        .max((one, other) -> one.since().compareTo(other.since()))
                        .orElseThrow());
    }

    static boolean isBehind(Speech each, Speech newest) {
        return !Publication.address(each.version()).equals(Publication.address(newest.newest()));
    }

    private static Map<String, Object> older(Speech each, String language) {
        return Map.of(
                "node", each.node(),
                "version", label(each.version()),
                "address", Publication.address(each.version()),
                "trouble",
                        each.trouble() == null
                                ? ""
                                : Wording.recalled(each.trouble()).in(language));
    }

    private static String nickname(Persona persona) {
        return persona.identity().nickname().in(persona.locales().standard());
    }

    private static String label(String version) {
        return version.contains("@") ? Publication.label(version) : version;
    }
}
