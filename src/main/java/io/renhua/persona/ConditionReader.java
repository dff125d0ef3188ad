package io.renhua.persona;

import io.renhua.persona.Condition.All;
import io.renhua.persona.Condition.Any;
import io.renhua.persona.Condition.Compares;
import io.renhua.persona.Condition.Is;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code if:} and {@code when:}: a map is AND, {@code any:} is OR, and the facts are a closed list. */
final class ConditionReader {
    static final List<String> PLATFORMS = List.of(
            "web",
            "wechat",
            "wecom",
            "weibo",
            "line",
            "telegram",
            "slack",
            "whatsapp",
            "messenger",
            "instagram",
            "discord",
            "kakao",
            "qq",
            "viber",
            "zalo",
            "teams",
            "feishu",
            "dingtalk",
            "email",
            "sms");

    private static final List<String> FACTS = List.of(
            "audience",
            "tag",
            "channel",
            "locale",
            "time",
            "entity",
            "said",
            "scene",
            "times_seen",
            Condition.WORD,
            "campaign",
            "feeling",
            "helped",
            "any");
    private static final Map<String, List<String>> CHOICES = Map.of(
            "channel",
            PLATFORMS,
            "time",
            List.of("open", "closed", "morning", "afternoon", "evening", "night"),
            "feeling",
            SympathyReader.FEELINGS,
            "helped",
            Handoff.HELPED);

    private final Names names;
    private final Set<String> columns;
    private final Set<String> results;

    /**
     * @param columns of every look-up table, and what actions tell; {@code result} among them
     * @param results what {@code result} may be; empty when that is not known
     */
    ConditionReader(Names names, Set<String> columns, Set<String> results) {
        this.names = names;
        this.columns = columns;
        this.results = results;
    }

    Condition read(ScriptNode node) {
        if (!node.present()) {
            return Condition.ALWAYS;
        }
        var conditions = node.entries().entrySet().stream()
                .map(entry -> fact(entry.getKey(), entry.getValue()))
                .toList();
        return conditions.size() == 1 ? conditions.getFirst() : new All(conditions);
    }

    private Condition fact(String name, ScriptNode node) {
        if (name.equals("any")) {
            return new Any(node.items().stream().map(this::read).toList());
        }
        if (!isFact(name)) {
            node.error(
                    "S1",
                    Wording.of("nobody knows the fact %s%s", name, Nearest.question(name, facts())),
                    Nearest.advice(name, facts()));
        }
        var values =
                node.strings().stream().map(value -> value(name, value, node)).toList();
        if (values.isEmpty()) {
            node.error("S1", Wording.of("%s needs a value to compare with", name), name + ": value");
        }
        return values.size() == 1 ? values.getFirst() : new Any(values);
    }

    private Condition value(String fact, String value, ScriptNode node) {
        if (value.matches("[<>]=-?[0-9]+(\\.[0-9]+)?")) {
            return new Compares(fact, value.startsWith(">"), Double.parseDouble(value.substring(2)));
        }
        if (value.startsWith("<") || value.startsWith(">")) {
            node.error("S1", Wording.of("%s is no bound", value), "\">=3\" or \"<=3\", in quotes");
        }
        var known = known(fact, node);
        if (known != null && !value.endsWith("*") && !known.contains(value)) {
            node.dangling(fact, value, known);
        }
        return new Is(fact, value);
    }

    private boolean isFact(String name) {
        return FACTS.contains(name)
                || columns.contains(name)
                || (name.startsWith("entity.") && names.entities().contains(name.substring(7)))
                || (name.startsWith("slot.") && names.slots().contains(name.substring(5)))
                || isOfProfile(name);
    }

    /** An audience may ask what only a person's profile tells; what looks like another fact is a slip. */
    private boolean isOfProfile(String name) {
        return names.profile().contains(name)
                && name.matches("[a-z][a-z0-9_]*")
                && Nearest.to(name, facts()).isEmpty();
    }

    private List<String> facts() {
        var facts = new ArrayList<>(FACTS);
        facts.addAll(columns);
        names.entities().forEach(entity -> facts.add("entity." + entity));
        names.slots().forEach(slot -> facts.add("slot." + slot));
        return facts;
    }

    private @Nullable Collection<String> known(String fact, ScriptNode node) {
        return switch (fact) {
            case "audience" -> names.audiences();
            case "entity" -> names.entities();
            case "said" -> names.facts();
            case "campaign" -> names.campaigns();
            case "result" -> results.isEmpty() ? null : results;
            case "locale" -> node.script().translations().locales().offered();
            default -> CHOICES.get(fact);
        };
    }
}
