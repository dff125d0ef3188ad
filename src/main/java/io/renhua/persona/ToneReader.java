package io.renhua.persona;

import io.renhua.persona.Tone.Address;
import io.renhua.persona.Tone.Emoji;
import io.renhua.persona.Tone.Lengths;
import io.renhua.persona.Tone.Manner;
import io.renhua.persona.Tone.Marks;
import io.renhua.persona.Tone.WordRules;
import io.renhua.text.Wording;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads how the persona speaks: sliders set defaults, rules decide. */
final class ToneReader {
    private static final String PACK = "pack:";
    private static final int MANY = 9_999;
    private static final List<String> FLAGS = List.of("true", "false");
    private static final Set<String> OFF_WHEN = Set.of("angry", "sad", "sensitive");
    private static final List<String> MAY_BE_OFF_WHEN = List.of("angry", "sad", "happy", "sensitive", "handoff");

    /** Of a script, as far as it speaks. */
    private static final List<String> PARTS = List.of(
            "entry",
            "lines",
            "small_talk",
            "sensitive",
            "unknown",
            "forms",
            "handoff",
            "feelings.angry",
            "feelings.sad",
            "feelings.happy",
            "disclosure",
            "campaigns",
            "followups",
            "community",
            "labels",
            "shelf");

    private ToneReader() {}

    static Tone read(ScriptNode node, Map<String, Pack> packs) {
        var map = node.as(Vocabulary.TONE);
        var sliders = sliders(map.key("sliders").as(Vocabulary.SLIDERS));
        int casual = sliders.getOrDefault("casual", 2);
        int lively = sliders.getOrDefault("enthusiastic", 2) / 3;
        var humour = map.key("humour").as(Vocabulary.HUMOUR);
        return new Tone(
                sliders,
                address(map.key("address"), casual),
                lengths(map.key("length").as(Vocabulary.LENGTH), casual),
                emoji(map.key("emoji").as(Vocabulary.EMOJI), lively),
                marks(map.key("marks").as(Vocabulary.MARKS), casual, lively),
                Values.number(humour.key("level"), sliders.getOrDefault("funny", 0), 0, 4),
                humour.key("off_when").present() ? several(humour.key("off_when"), MAY_BE_OFF_WHEN) : OFF_WHEN,
                words(map.key("words").as(Vocabulary.WORDS), packs.keySet()),
                manner(map.key("human").as(Vocabulary.HUMAN)));
    }

    private static Map<String, Integer> sliders(ScriptNode map) {
        var sliders = new LinkedHashMap<String, Integer>();
        for (var slider : Vocabulary.SLIDERS.keys()) {
            var value = Values.numberOrNull(map.key(slider), 0, 4);
            if (value != null) {
                sliders.put(slider, value);
            }
        }
        return Collections.unmodifiableMap(sliders);
    }

    private static Map<String, Address> address(ScriptNode node, int casual) {
        var address = new LinkedHashMap<String, Address>();
        address.put("zh", new Address(casual <= 1 ? "您" : "你", List.of()));
        address.put("en", new Address("you", List.of(), casual > 1, false));
        node.entries().forEach((language, each) -> {
            var map = each.as(Vocabulary.ADDRESS);
            var use = map.key("use").text(language.equals("zh") ? casual <= 1 ? "您" : "你" : "you");
            boolean contracted = !Values.choice(map.key("contractions"), String.valueOf(casual > 1), FLAGS)
                    .equals("false");
            var never = map.key("never").strings();
            address.put(language, new Address(use, never, contracted, Values.flag(map.key("title_if_known"))));
        });
        return Collections.unmodifiableMap(address);
    }

    private static Lengths lengths(ScriptNode map, int casual) {
        return new Lengths(
                byLanguage(map.key("sentence"), casual <= 1 ? 24 : 30, 20),
                byLanguage(map.key("bubble"), 60, 160),
                byLanguage(map.key("reply"), 140, 280),
                Values.number(map.key("bubbles"), 2, 1, 9),
                Values.number(map.key("screens"), 2, 1, 9));
    }

    private static Map<String, Integer> byLanguage(ScriptNode node, int zh, int en) {
        var lengths = new LinkedHashMap<>(Map.of("zh", zh, "en", en));
        node.entries().forEach((language, limit) -> lengths.put(language, Values.number(limit, MANY, 1, MANY)));
        return Collections.unmodifiableMap(lengths);
    }

    private static Emoji emoji(ScriptNode map, int lively) {
        return new Emoji(
                Values.number(map.key("max"), lively, 0, 9),
                map.key("allow").strings(),
                several(map.key("never_in"), PARTS));
    }

    /** Some of what is known; a name that nothing has would only look as if it kept something away. */
    private static Set<String> several(ScriptNode node, List<String> known) {
        node.strings().stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> node.error(
                        "S1",
                        Wording.of("%s cannot stand here%s", each, Nearest.question(each, known)),
                        Nearest.advice(each, known)));
        return Collections.unmodifiableSet(new LinkedHashSet<>(node.strings()));
    }

    private static Marks marks(ScriptNode map, int casual, int lively) {
        var particles = map.key("particles").as(Vocabulary.PARTICLES);
        return new Marks(
                Values.number(map.key("exclaim"), lively, 0, 9),
                Values.number(map.key("tilde"), 0, 0, 9),
                Values.number(map.key("ellipsis"), 1, 0, 9),
                particles.key("allow").strings(),
                Values.number(particles.key("max"), casual >= 3 ? 1 : 0, 0, 9));
    }

    private static WordRules words(ScriptNode map, Set<String> packs) {
        checkPacks(map.key("never"), packs);
        var prefer = new LinkedHashMap<String, String>();
        map.key("prefer").entries().forEach((word, better) -> prefer.put(word, better.text("")));
        return new WordRules(
                Collections.unmodifiableMap(prefer),
                map.key("avoid").strings(),
                map.key("never").strings());
    }

    private static void checkPacks(ScriptNode never, Set<String> packs) {
        for (var word : never.strings()) {
            var pack = word.replaceFirst("^" + PACK, "");
            if (!pack.equals(word) && !packs.contains(pack)) {
                never.dangling("word pack", pack, packs);
            }
        }
    }

    private static Manner manner(ScriptNode map) {
        return new Manner(
                Values.flag(map.key("answer_first")),
                unlessNot(map.key("no_press_release")),
                unlessNot(map.key("one_question_per_reply")),
                Values.flag(map.key("never_ask_personal")));
    }

    /** What holds until the script says that it does not. */
    private static boolean unlessNot(ScriptNode node) {
        return !Values.choice(node, "true", FLAGS).equals("false");
    }
}
