package io.renhua.persona;

import io.renhua.persona.Form.Digression;
import io.renhua.persona.Form.Slot;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads forms: questions asked until an answer can be given. */
final class FormReader {
    private static final Duration EXPIRES = Duration.ofMinutes(30);
    private static final String RESUME = "answer-then-resume";
    private static final String LEAVE = "answer-then-leave";
    private static final Map<String, String> WAYS =
            Map.of("look_up.", "look-up", "action.", "action", "handoff.", "reason");

    private final Names names;
    private final Map<String, EntityKind> entities;
    private final Stuck stuck;

    FormReader(Names names, Map<String, EntityKind> entities, Handoff handoff) {
        this.names = names;
        this.entities = entities;
        this.stuck = Stuck.of(handoff);
    }

    /** How many wrong answers are taken where a question does not say, and the reason for a person then. */
    private record Stuck(int tries, String reason) {
        static Stuck of(Handoff handoff) {
            return handoff.reasons().values().stream()
                    .flatMap(reason -> reason.occasion() instanceof Occasion.FormTries(var tries)
                            ? Stream.of(new Stuck(tries, reason.id()))
                            : Stream.empty())
                    .findFirst()
                    .orElse(new Stuck(2, "stuck"));
        }
    }

    Map<String, Form> read(ScriptNode section) {
        var forms = new LinkedHashMap<String, Form>();
        section.entries().forEach((id, node) -> forms.put(id, form(id, node.as(Vocabulary.FORM))));
        return Collections.unmodifiableMap(forms);
    }

    private Form form(String id, ScriptNode map) {
        var slots = map.key("slots").items().stream().map(this::slot).toList();
        if (slots.isEmpty()) {
            map.missing("S1", Wording.of("form %s asks for nothing", id), "slots: and one question under it");
        }
        return new Form(
                id,
                slots,
                map.key("cancel").wordLists(),
                cancelled(map.key("cancelled")),
                Values.duration(map.key("expires"), EXPIRES),
                map.key("confirm").wordsOrNull(),
                does(map.key("does"), "look_up.", names.lookUps()),
                does(map.key("does"), "action.", names.actions()),
                does(map.key("does"), "handoff.", names.reasons()),
                digression(map.key("digress")));
    }

    /** The script's words, or ours where it has none and we speak all of its languages. */
    private static Words cancelled(ScriptNode node) {
        var offered = node.script().translations().locales().offered();
        if (node.present() || !offered.stream().allMatch(FormReader::isOurs)) {
            return node.words("a form does not say what it says when somebody cancels");
        }
        var words = new LinkedHashMap<String, String>();
        offered.forEach(locale -> words.put(locale, left(locale)));
        return new Words(words);
    }

    private static boolean isOurs(String locale) {
        return locale.startsWith("zh") || locale.startsWith("en");
    }

    private static String left(String locale) {
        if (locale.startsWith("en")) {
            return "All right, we leave it there.";
        }
        return locale.startsWith("zh-Hans") ? "好，就到这里。" : "好，就到這裡。";
    }

    private static Digression digression(ScriptNode node) {
        var what = Values.choice(node, RESUME, List.of(RESUME, LEAVE));
        return what.equals(LEAVE) ? Digression.LEAVE : Digression.RESUME;
    }

    private Slot slot(ScriptNode node) {
        var map = node.as(Vocabulary.SLOT);
        var name = map.key("name").required("a slot needs the name of the entity that answers it", "name: order_no");
        if (!name.isEmpty() && !names.entities().contains(name)) {
            map.key("name").dangling("entity", name, names.entities());
        }
        var ask = map.key("ask").words(Wording.of("slot %s does not ask anything", name));
        var retry = map.key("retry").wordsOrNull();
        return new Slot(
                name,
                ask,
                retry == null ? ask : retry,
                map.key("why").wordsOrNull(),
                Values.number(map.key("tries"), stuck.tries(), 1, 9),
                stuck(map.key("then")),
                Values.flag(map.key("optional")),
                quick(map.key("quick"), name),
                new MustReader(entities, names.slots()).read(map.key("must"), name));
    }

    private String stuck(ScriptNode node) {
        var reason = does(node, "handoff.", names.reasons());
        if (node.present() && reason == null) {
            node.error("S1", "after its tries a slot leads to a person", "then: handoff.stuck");
        }
        return reason == null ? stuck.reason() : reason;
    }

    private List<String> quick(ScriptNode node, String entity) {
        var quick = node.strings();
        if (entities.get(entity) instanceof EntityKind.Values known) {
            quick.stream()
                    .filter(value -> !known.values().containsKey(value))
                    .forEach(value -> node.dangling(
                            Wording.of("value of %s", entity),
                            value,
                            known.values().keySet()));
        }
        return quick;
    }

    /** What follows a prefix such as {@code look_up.}; null when it is something else. */
    private static @Nullable String does(ScriptNode node, String prefix, Set<String> known) {
        var what = node.text("");
        if (what.isEmpty()) {
            return null;
        }
        if (WAYS.keySet().stream().noneMatch(what::startsWith)) {
            node.error(
                    "S1",
                    "a form can look something up, do something or hand off",
                    "look_up.<table>, action.<name> or handoff.<reason>");
            return null;
        }
        if (!what.startsWith(prefix)) {
            return null;
        }
        var name = what.substring(prefix.length());
        if (!known.contains(name)) {
            node.dangling(WAYS.getOrDefault(prefix, ""), name, known);
        }
        return name;
    }
}
