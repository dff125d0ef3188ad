package io.renhua.persona;

import io.renhua.persona.YamlNode.Entries;
import io.renhua.persona.YamlNode.Entry;
import io.renhua.persona.YamlNode.Items;
import io.renhua.persona.YamlNode.Text;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a script: what the default files say there, and the same place in each locale's files. It may be absent;
 * what is wrong with it is noted, and something harmless given instead, so that reading goes on.
 */
final class ScriptNode {
    private final Script script;
    private final String path;
    private final Place place;
    private final @Nullable YamlNode own;
    private final Map<String, YamlNode> siblings;
    private final @Nullable Vocabulary vocabulary;

    private ScriptNode(
            Script script,
            String path,
            Place place,
            @Nullable YamlNode own,
            Map<String, YamlNode> siblings,
            @Nullable Vocabulary vocabulary) {
        this.script = script;
        this.path = path;
        this.place = place;
        this.own = own;
        this.siblings = siblings;
        this.vocabulary = vocabulary;
        script.places().put(path, place);
    }

    static ScriptNode root(Script script, Entries own, Map<String, Entries> siblings) {
        return new ScriptNode(script, "", own.place(), own, Map.copyOf(siblings), null);
    }

    Script script() {
        return script;
    }

    String path() {
        return path;
    }

    Place place() {
        return place;
    }

    @Nullable
    YamlNode own() {
        return own;
    }

    Map<String, YamlNode> siblings() {
        return siblings;
    }

    /** Whether anything is written here: {@code key:} with nothing behind it is nothing. */
    boolean present() {
        return own != null && !YamlNode.isEmptyText(own);
    }

    boolean isMap() {
        return own instanceof Entries;
    }

    boolean isText() {
        return own instanceof Text;
    }

    /** Whether the script says on purpose that there is nothing of the kind. */
    boolean isNone() {
        return own instanceof Text text && text.value().equals("none");
    }

    /** This part as a map of known keys. */
    ScriptNode as(Vocabulary known) {
        YamlNode.entries(own).forEach((name, entry) -> {
            if (!known.keys().contains(name) && !name.startsWith("x-")) {
                var why = Wording.of("nobody knows the key %s here%s", name, Nearest.question(name, known.keys()));
                script.problems().error(entry.key(), "S1", why, Nearest.advice(name, known.keys()));
            }
        });
        expectMap();
        return new ScriptNode(script, path, place, own, siblings, known);
    }

    ScriptNode key(String name) {
        if (vocabulary != null && !vocabulary.keys().contains(name)) {
            throw new IllegalArgumentException(name + " is not in the vocabulary " + vocabulary);
        }
        return child(name);
    }

    /** This part as a map whose keys are names that its author chose, in their order. */
    Map<String, ScriptNode> entries() {
        expectMap();
        var children = new LinkedHashMap<String, ScriptNode>();
        for (var name : YamlNode.entries(own).keySet()) {
            if (!name.startsWith("x-")) {
                children.put(name, child(name));
            }
        }
        return children;
    }

    /** This part as a list; a locale's list answers to it position by position. */
    List<ScriptNode> items() {
        if (present() && !(own instanceof Items)) {
            error("S1", "a list is expected here", "- before each entry");
        }
        var nodes = YamlNode.nodes(own);
        script.translations().compareCounts(this, nodes.size());
        List<ScriptNode> children = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            children.add(item(i, nodes.get(i)));
        }
        return children;
    }

    /** The same, where a single entry need not be written as a list. */
    List<ScriptNode> itemsOrOne() {
        return present() && !(own instanceof Items)
                ? List.of(new ScriptNode(script, path + "[0]", place, own, siblings, null))
                : items();
    }

    /** The same, and nothing where nothing is written. */
    List<ScriptNode> each() {
        return present() ? itemsOrOne() : List.of();
    }

    /** A list of plain texts, or a single one. */
    List<String> strings() {
        return switch (own) {
            case null -> List.of();
            case Text text -> text.value().isEmpty() ? List.of() : List.of(text.value());
            case Items ignored -> items().stream().map(item -> item.text("")).toList();
            case Entries ignored -> {
                error("S1", "a list of plain texts is expected here", "- before each text");
                yield List.of();
            }
        };
    }

    /** A plain text, or something else where there is none. */
    String text(String otherwise) {
        if (own instanceof Text text && !text.value().isEmpty()) {
            return text.value();
        }
        if (present()) {
            error("S1", "a plain text is expected here", "one text, in quotes if it starts with { or [");
        }
        return otherwise;
    }

    @Nullable
    String textOrNull() {
        return present() ? text("") : null;
    }

    String required(CharSequence why, CharSequence instead) {
        if (!present()) {
            script.problems().missing(place, "S1", why, instead);
        }
        return text("");
    }

    /** The part itself, or a plain text as short for a map that holds it under one key. */
    ScriptNode orText(String key) {
        var wrapped = new LinkedHashMap<String, YamlNode>();
        siblings.forEach((locale, node) -> wrapped.put(locale, node instanceof Text ? wrap(key, node) : node));
        boolean plain = own instanceof Text || script.translations().isWordsByLocale(own);
        return new ScriptNode(script, path, place, own != null && plain ? wrap(key, own) : own, wrapped, null);
    }

    Words words(CharSequence why) {
        return script.translations().words(this, why);
    }

    @Nullable
    Words wordsOrNull() {
        return present() ? script.translations().words(this, "") : null;
    }

    /** Something to go on with where words are missing, which is noted already. */
    Words standIn() {
        return script.translations().standIn();
    }

    Map<String, List<String>> wordLists() {
        return script.translations().lists(this);
    }

    void error(String code, CharSequence why, CharSequence instead) {
        script.problems().error(place, code, why, instead);
    }

    void warn(String code, CharSequence why, CharSequence instead) {
        script.problems().warn(place, code, why, instead);
    }

    void missing(String code, CharSequence why, CharSequence instead) {
        script.problems().missing(place, code, why, instead);
    }

    /** Notes a name that nothing has, with the nearest that something has. */
    void dangling(CharSequence what, String name, Collection<String> known) {
        if (name.isEmpty()) {
            return; // nothing is named, which is noted already
        }
        script.problems()
                .missing(
                        place,
                        "S2",
                        Wording.of("there is no %s %s%s", Wording.of(what), name, Nearest.question(name, known)),
                        Nearest.advice(name, known));
    }

    private void expectMap() {
        if (own instanceof Text text && text.value().matches("(?s)\\w+(：|:\\S).*")) {
            error("S1", "this is no key: it needs a plain colon with a space behind it", "key: value");
        } else if (present() && !(own instanceof Entries)) {
            error("S1", "keys with values are expected here", "key: value, one per line");
        }
    }

    private ScriptNode child(String name) {
        var entry = YamlNode.entries(own).get(name);
        var at = new LinkedHashMap<String, YamlNode>();
        siblings.forEach((locale, node) -> {
            var sibling = YamlNode.entries(node).get(name);
            if (sibling != null) {
                at.put(locale, sibling.value());
            }
        });
        var below = path.isEmpty() ? name : path + "." + name;
        return entry == null
                ? new ScriptNode(script, below, place, null, at, null)
                : new ScriptNode(script, below, entry.key(), entry.value(), at, null);
    }

    private ScriptNode item(int index, YamlNode node) {
        var at = new LinkedHashMap<String, YamlNode>();
        siblings.forEach((locale, sibling) -> {
            if (index < YamlNode.nodes(sibling).size()) {
                at.put(locale, YamlNode.nodes(sibling).get(index));
            }
        });
        return new ScriptNode(script, path + "[" + index + "]", node.place(), node, at, null);
    }

    private static Entries wrap(String key, YamlNode node) {
        return new Entries(Map.of(key, new Entry(node.place(), node)), node.place());
    }
}
