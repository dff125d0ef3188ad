package io.renhua.persona;

import java.util.List;
import java.util.Map;

/**
 * What the persona says in a talk.
 *
 * @param labels what quick replies are called, by what they lead to: a line, {@code forms.<form>},
 *     {@code handoff.explicit} …
 * @param lines what people say and what we say, in script order: lines, small talk and sensitive topics
 * @param actions what programs do for forms, by name
 * @param unknown what we say when we do not understand, tier by tier; the last leads to a person
 * @param shelf pictures that people at the desk can send, by name and in script order
 */
public record Repertoire(
        Welcome welcome,
        Map<String, Words> labels,
        Map<String, Line> lines,
        Map<String, Form> forms,
        Map<String, Action> actions,
        List<Tier> unknown,
        Map<String, ShelfPicture> shelf) {

    /** With no pictures for people to send. */
    public Repertoire(
            Welcome welcome,
            Map<String, Words> labels,
            Map<String, Line> lines,
            Map<String, Form> forms,
            Map<String, Action> actions,
            List<Tier> unknown) {
        this(welcome, labels, lines, forms, actions, unknown, Map.of());
    }
}
