package io.renhua.persona;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A brand's character, read and whole. Immutable: a changed script is a new persona. What most readers want of it, they get
 * by its own name; how it is kept together is the business of its parts.
 *
 * @param id the folder's name under {@code personas/}
 */
public record Persona(
        String id,
        String version,
        Locales locales,
        Portrait portrait,
        Knowledge knowledge,
        Repertoire repertoire,
        Promises promises,
        Outreach outreach,
        List<ScriptTest> tests) {

    /** The same under the name of a version. */
    public Persona as(String version) {
        return new Persona(id, version, locales, portrait, knowledge, repertoire, promises, outreach, tests);
    }

    /** What people can be tagged with so that the script goes by it: its audiences and reasons say so. */
    public Set<String> tags() {
        var reasons = handoff().reasons().values().stream()
                .flatMap(reason ->
                        reason.occasion() instanceof Occasion.Tagged(var tag) ? Stream.of(tag) : Stream.empty());
        var audiences = audiences().stream().flatMap(Audience::tags);
        return Stream.concat(reasons, audiences).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether audiences go by this fact of a person. */
    public boolean asksOf(String fact) {
        return audiences().stream().anyMatch(audience -> audience.asks(fact));
    }

    public Identity identity() {
        return portrait.identity();
    }

    @Nullable
    public Positioning positioning() {
        return portrait.positioning();
    }

    public Tone tone() {
        return portrait.tone();
    }

    public List<Audience> audiences() {
        return portrait.audiences();
    }

    public Map<String, Sympathy> feelings() {
        return portrait.feelings();
    }

    public Map<String, String> links() {
        return knowledge.links();
    }

    public Map<String, EntityKind> entities() {
        return knowledge.entities();
    }

    public Map<String, LookUp> lookUps() {
        return knowledge.lookUps();
    }

    public Map<String, Pack> packs() {
        return knowledge.packs();
    }

    public List<Pack> sensitivePacks() {
        return knowledge.sensitive();
    }

    public Welcome welcome() {
        return repertoire.welcome();
    }

    public Map<String, Words> labels() {
        return repertoire.labels();
    }

    public Map<String, Line> lines() {
        return repertoire.lines();
    }

    public Map<String, Form> forms() {
        return repertoire.forms();
    }

    public Map<String, Action> actions() {
        return repertoire.actions();
    }

    public List<Tier> unknown() {
        return repertoire.unknown();
    }

    public Map<String, ShelfPicture> shelf() {
        return repertoire.shelf();
    }

    public Handoff handoff() {
        return promises.handoff();
    }

    public Disclosure disclosure() {
        return promises.disclosure();
    }

    public Privacy privacy() {
        return promises.privacy();
    }
}
