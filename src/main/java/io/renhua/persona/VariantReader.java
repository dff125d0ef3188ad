package io.renhua.persona;

import io.renhua.persona.Variant.Button;
import io.renhua.persona.Variant.CardWords;
import io.renhua.persona.Variant.Picture;
import io.renhua.text.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one way of saying something, wherever in a script it stands. */
final class VariantReader {
    private static final String BEST_GUESS = "best-guess";

    private final ConditionReader conditions;
    private final Names names;
    private final ScriptFiles files;
    private final Set<String> moods;

    VariantReader(ConditionReader conditions, Names names, ScriptFiles files, Set<String> moods) {
        this.conditions = conditions;
        this.names = names;
        this.files = files;
        this.moods = moods;
    }

    /** A variant of a line: a plain text, or a map with {@code text:}. */
    Variant variant(ScriptNode node, List<String> quickOfLine) {
        var map = node.orText("text").as(Vocabulary.VARIANT);
        var condition = conditions.read(map.key("if"));
        return variant(map, "text", condition, platforms(map.key("channel")), quickOfLine, claim(map));
    }

    /** Words that stand alone, without conditions: a greeting, a tier. */
    Variant words(ScriptNode map, String text) {
        return variant(map, text, Condition.ALWAYS, Set.of(), List.of(), null);
    }

    /** What quick replies or a menu lead to; each needs a label. */
    List<String> targets(ScriptNode node) {
        var targets = node.strings();
        for (var target : targets) {
            if (target.equals(BEST_GUESS)) {
                continue;
            }
            if (!names.targets().contains(target)) {
                node.dangling("line, form, handoff or campaign", target, names.targets());
            } else if (!names.labels().contains(target)) {
                node.missing("S2", Wording.of("%s has no label to press", target), "labels: " + target + ": …");
            }
        }
        return targets;
    }

    /** The path of a picture or other file, which must be one of the persona's, or an address. */
    @Nullable
    String file(ScriptNode node) {
        var path = node.textOrNull();
        if (path != null && !path.startsWith("https://") && !files.holds(path)) {
            node.missing("S2", Wording.of("there is no file %s in this persona's folder", path), "a path below it");
        }
        return path;
    }

    private Variant variant(
            ScriptNode map,
            String text,
            Condition when,
            Set<String> platforms,
            List<String> quickOfLine,
            @Nullable Claim claim) {
        int humour = Values.number(map.key("humour"), 0, 0, 4);
        return new Variant(
                when,
                platforms,
                mood(map.key("mood")),
                humour,
                map.present()
                        ? map.key(text).words(Wording.of("nothing is said here, %s: is missing", text))
                        : map.standIn(),
                map.key("short").wordsOrNull(),
                map.key("quick").present() ? targets(map.key("quick")) : quickOfLine,
                media(map.key("media")),
                card(map.key("card")),
                claim);
    }

    private @Nullable Claim claim(ScriptNode map) {
        var kind = map.key("claim").present() ? Values.choice(map.key("claim"), "", Claim.KINDS) : null;
        var proof = file(map.key("proof"));
        return kind == null && proof == null ? null : new Claim(kind, proof);
    }

    private Set<String> platforms(ScriptNode node) {
        var platforms = node.strings();
        platforms.stream()
                .filter(platform -> !ConditionReader.PLATFORMS.contains(platform))
                .forEach(platform -> node.dangling("channel", platform, ConditionReader.PLATFORMS));
        return new HashSet<>(platforms);
    }

    private @Nullable String mood(ScriptNode node) {
        var mood = node.textOrNull();
        if (mood != null && !moods.contains(mood)) {
            node.dangling("mood picture", mood, moods);
        }
        return mood;
    }

    private @Nullable Picture media(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        var map = node.as(Vocabulary.MEDIA);
        var kinds = List.of("image", "video", "voice").stream()
                .filter(kind -> map.key(kind).present())
                .toList();
        if (kinds.size() != 1) {
            map.error("S1", "media is one of image, video and voice", "image: img/…");
            return null;
        }
        var path = file(map.key(kinds.getFirst()));
        if (!map.key("alt").present()) {
            map.error("S5", "people who cannot see or hear it get nothing", "alt: what it shows");
            return null;
        }
        return new Picture(
                kinds.getFirst(), path == null ? "" : path, map.key("alt").words("alt: is missing"));
    }

    private @Nullable CardWords card(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        var map = node.as(Vocabulary.CARD);
        return new CardWords(
                map.key("title").words("a card needs a title"), file(map.key("image")), button(map.key("button")));
    }

    private static @Nullable Button button(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        var map = node.as(Vocabulary.BUTTON);
        return new Button(map.key("label").words("a button needs a label"), Values.address(map.key("open")));
    }
}
