package io.renhua.persona;

import io.renhua.persona.Welcome.Back;
import io.renhua.persona.Welcome.Scan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said before people say anything. */
final class WelcomeReader {
    private static final List<String> FIRST = List.of("disclosure.first");
    private static final int LONGEST_SILENCE = 3_650;

    private final VariantReader variants;

    WelcomeReader(VariantReader variants) {
        this.variants = variants;
    }

    Welcome read(ScriptNode node) {
        var map = node.as(Vocabulary.ENTRY);
        checkFirstContact(map.key("first_contact"));
        var follow = map.key("follow").orText("say").as(Vocabulary.GREETING);
        if (!follow.present()) {
            map.missing("S1", "nothing is said to who opens the chat", "entry: follow: say: …");
        }
        var scans = map.key("scan").items().stream().map(this::scan).toList();
        return new Welcome(
                variants.words(follow, "say"), scans, back(map.key("back_after")), variants.targets(map.key("menu")));
    }

    /** That it is a machine comes first in every persona; a script may say so, and nothing else. */
    private static void checkFirstContact(ScriptNode node) {
        var say = node.as(Vocabulary.FIRST_CONTACT).key("say");
        if (node.present() && !say.strings().equals(FIRST)) {
            node.error(
                    "S1",
                    "the first words are always disclosure.first",
                    "say: [disclosure.first], and a greeting under follow: say:");
        }
    }

    private @Nullable Back back(ScriptNode node) {
        if (!node.present()) {
            return null;
        }
        var map = node.as(Vocabulary.BACK_AFTER);
        map.key("days").required("it must say after how many days of silence", "days: 30");
        return new Back(Values.number(map.key("days"), 1, 1, LONGEST_SILENCE), variants.words(map, "say"));
    }

    private Scan scan(ScriptNode node) {
        var map = node.as(Vocabulary.SCAN);
        var scene = map.key("scene").required("a scan needs the scene of its code", "scene: box-*");
        return new Scan(scene, LineReader.sets(map.key("set")), variants.words(map, "say"));
    }
}
