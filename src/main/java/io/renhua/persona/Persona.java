package io.renhua.persona;

import java.util.List;
import java.util.Map;

/**
 * A brand's character, read and whole. Immutable: a changed script is a new persona.
 *
 * @param id the folder's name under {@code personas/}
 * @param links addresses that texts name as {@code {link.<name>}}
 * @param labels what quick replies are called, by what they lead to: a line, {@code forms.<form>},
 *     {@code handoff.explicit} …
 * @param lines what people say and what we say, in script order: lines, small talk and sensitive topics
 * @param lookUps the tables that forms look answers up in, by name
 * @param actions what programs do for forms, by name
 * @param packs the word packs it keeps to, its own and those that come with Renhua, by id
 * @param unknown what we say when we do not understand, tier by tier; the last leads to a person
 * @param feelings what we do about each feeling
 */
public record Persona(
        String id,
        String version,
        Locales locales,
        Identity identity,
        Map<String, String> links,
        Map<String, Words> labels,
        Tone tone,
        List<Audience> audiences,
        Welcome welcome,
        Map<String, EntityKind> entities,
        Map<String, Line> lines,
        Map<String, Form> forms,
        Map<String, LookUp> lookUps,
        Map<String, Action> actions,
        List<Tier> unknown,
        Map<String, Sympathy> feelings,
        Handoff handoff,
        Disclosure disclosure,
        Privacy privacy,
        Map<String, Pack> packs,
        List<ScriptTest> tests) {

    /** The same under the name of a version. */
    public Persona as(String version) {
        return new Persona(
                id,
                version,
                locales,
                identity,
                links,
                labels,
                tone,
                audiences,
                welcome,
                entities,
                lines,
                forms,
                lookUps,
                actions,
                unknown,
                feelings,
                handoff,
                disclosure,
                privacy,
                packs,
                tests);
    }
}
