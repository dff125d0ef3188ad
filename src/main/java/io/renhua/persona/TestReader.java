package io.renhua.persona;

import io.renhua.persona.Action.Kind;
import io.renhua.persona.ScriptTest.Beat;
import io.renhua.persona.ScriptTest.Given;
import io.renhua.persona.ScriptTest.Then;
import io.renhua.persona.ScriptTest.They;
import io.renhua.persona.ScriptTest.We;
import io.renhua.text.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads chats as they should go. */
final class TestReader {
    private static final int MANY = 9_999;
    private static final List<String> SAYS = List.of(
            "handoff.queued",
            "handoff.closed",
            "handoff.moving",
            "handoff.joined",
            "handoff.back",
            "disclosure.first",
            "unknown");
    private static final List<String> FACTS =
            List.of("audience", "tag", "feeling", "said", "scene", "helped", "helped_topic");

    private final Names names;
    private final Map<String, Map<String, Map<String, Kind>>> actions;
    private final Locales locales;
    private final Set<String> moods;
    private final Instant usual;

    /**
     * @param actions what each may come to
     * @param usual when a test takes place that does not say when
     */
    TestReader(
            Names names,
            Map<String, Map<String, Map<String, Kind>>> actions,
            Locales locales,
            Set<String> moods,
            Instant usual) {
        this.names = names;
        this.actions = actions;
        this.locales = locales;
        this.moods = moods;
        this.usual = usual;
    }

    List<ScriptTest> read(ScriptNode section) {
        return section.items().stream().map(this::test).toList();
    }

    private ScriptTest test(ScriptNode node) {
        var map = node.as(Vocabulary.TEST);
        var name = map.key("name").required("a test needs a name", "name: what it shows");
        var chat = map.key("chat").items().stream().map(this::beat).toList();
        if (chat.isEmpty()) {
            map.missing("S1", Wording.of("the test %s has no chat", name), "chat: and - they: … under it");
        }
        return new ScriptTest(
                node.place().toString(),
                name,
                given(map.key("given").as(Vocabulary.GIVEN)),
                chat,
                then(map.key("then").as(Vocabulary.THEN)));
    }

    private Given given(ScriptNode map) {
        var facts = new LinkedHashMap<String, String>();
        for (var fact : FACTS) {
            var value = map.key(fact).textOrNull();
            if (value != null) {
                facts.put(fact, value);
            }
        }
        facts.putAll(profile(map.key("profile")));
        feeling(map.key("feeling"));
        known(map.key("audience"), "audience", names.audiences());
        known(map.key("helped"), "way for a person to leave", Handoff.HELPED);
        var mocks = new LinkedHashMap<String, Map<String, String>>();
        map.key("mock").entries().forEach((lookUp, answer) -> {
            mocks.put(lookUp, mock(lookUp, answer));
        });
        return new Given(
                Values.choice(map.key("channel"), "web", ConditionReader.PLATFORMS),
                Values.choice(map.key("locale"), locales.standard(), locales.offered()),
                Values.moment(map.key("at"), usual),
                Collections.unmodifiableMap(facts),
                Collections.unmodifiableMap(mocks),
                Values.number(map.key("agents"), 1, 0, MANY) > 0);
    }

    /** What a company could tell of them. */
    private static Map<String, String> profile(ScriptNode node) {
        node.entries().forEach((name, value) -> {
            if (TakenNames.has(name)) {
                value.error(
                        "S1",
                        Wording.of("%s is nothing that a profile tells", name),
                        Wording.of("given: %s, or another name", name));
            }
        });
        return LineReader.sets(node);
    }

    /** A name, or a score as the persona's feelings count it. */
    private static void feeling(ScriptNode node) {
        var feeling = node.text("calm");
        boolean score = feeling.matches("-?(?:0?\\.[0-9]{1,3}|[01](?:\\.0{1,3})?)");
        if (!score && !feeling.equals("calm") && !SympathyReader.FEELINGS.contains(feeling)) {
            node.error("S1", Wording.of("%s is no feeling", feeling), "angry, sad, happy, or a score from -1 to 1");
        }
    }

    private Map<String, String> mock(String name, ScriptNode node) {
        var answer = LineReader.sets(node);
        var returns = actions.get(name);
        if (returns != null) {
            ActionReader.checkMock(node, returns, answer);
        } else if (!names.lookUps().contains(name)) {
            var known = new LinkedHashSet<>(names.lookUps());
            known.addAll(actions.keySet());
            node.dangling("look-up or action", name, known);
        }
        return answer;
    }

    private Beat beat(ScriptNode node) {
        var map = node.as(Vocabulary.BEAT);
        if (map.key("they").present() == map.key("we").present()) {
            node.error("S1", "each beat of a chat is either theirs or ours", "- they: … or - we: {line: …}");
        }
        return map.key("we").present() ? we(map.key("we").as(Vocabulary.WE)) : they(map.key("they"));
    }

    private static They they(ScriptNode node) {
        if (!node.isMap()) {
            return new They(node.text(""), null);
        }
        var enters = node.as(Vocabulary.ENTERS).key("enters");
        var entry = enters.required("how they come in is missing", "enters: followed");
        if (!entry.matches("followed|opened|left|scan \\S+")) {
            enters.error(
                    "S1",
                    Wording.of("%s is no way to come in", entry),
                    "followed, opened, left or \"scan box-osmanthus\"");
        }
        return new They("", entry);
    }

    private We we(ScriptNode map) {
        return new We(
                known(map.key("line"), "line", names.lines()),
                known(map.key("asks"), "slot", names.slots()),
                known(map.key("say"), "text", SAYS),
                map.key("contains").strings(),
                map.key("not").strings(),
                Values.numberOrNull(map.key("max"), 0, MANY),
                Values.numberOrNull(map.key("emoji"), 0, MANY),
                Values.numberOrNull(map.key("exclaim"), 0, MANY),
                known(map.key("mood"), "mood picture", moods),
                Values.numberOrNull(map.key("humour"), 0, 4));
    }

    private static @Nullable String state(ScriptNode map) {
        var state = Values.choice(map.key("state"), "", List.of("BOT", "QUEUED"));
        return state.isEmpty() ? null : state;
    }

    private Then then(ScriptNode map) {
        return new Then(
                state(map),
                known(map.key("form"), "form", names.forms()),
                LineReader.sets(map.key("slots")),
                map.key("team").textOrNull(),
                notSent(map.key("not_sent")),
                Values.choice(map.key("lint"), "", List.of("clean")).equals("clean"),
                map.key("brief_has").strings(),
                state(map.key("after_next_angry").as(Vocabulary.AFTER_NEXT_ANGRY)));
    }

    private List<String> notSent(ScriptNode node) {
        for (var each : node.each()) {
            known(each, "campaign or follow-up", names.outreach());
        }
        return node.strings();
    }

    private static @Nullable String known(ScriptNode node, String what, Collection<String> names) {
        var name = node.textOrNull();
        if (name != null && !names.contains(name)) {
            node.dangling(what, name, names);
        }
        return name;
    }
}
