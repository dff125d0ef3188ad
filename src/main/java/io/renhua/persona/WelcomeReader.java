package io.renhua.persona;

import io.renhua.persona.Welcome.Scan;

/** Reads what is said before people say anything. */
final class WelcomeReader {
    private final VariantReader variants;

    WelcomeReader(VariantReader variants) {
        this.variants = variants;
    }

    Welcome read(ScriptNode node) {
        var map = node.as(Vocabulary.ENTRY);
        var follow = map.key("follow").orText("say").as(Vocabulary.GREETING);
        if (!follow.present()) {
            map.missing("S1", "nothing is said to who opens the chat", "entry: follow: say: …");
        }
        var scans = map.key("scan").items().stream().map(this::scan).toList();
        return new Welcome(variants.words(follow, "say"), scans, variants.targets(map.key("menu")));
    }

    private Scan scan(ScriptNode node) {
        var map = node.as(Vocabulary.SCAN);
        var scene = map.key("scene").required("a scan needs the scene of its code", "scene: box-*");
        return new Scan(scene, LineReader.sets(map.key("set")), variants.words(map, "say"));
    }
}
