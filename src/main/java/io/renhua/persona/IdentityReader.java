package io.renhua.persona;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who the persona is. */
final class IdentityReader {
    private static final String NONE = "none";

    private IdentityReader() {}

    static Identity read(ScriptNode node, VariantReader variants) {
        var map = node.as(Vocabulary.IDENTITY);
        var nickname = map.key("nickname").words("the persona has no nickname");
        var brand = map.key("brand").wordsOrNull();
        var is = map.key("is").wordsOrNull();
        return new Identity(
                nickname,
                brand == null ? nickname : brand,
                is == null ? nickname : is,
                images(map.key("images").as(Vocabulary.IMAGES), variants, nickname),
                nature(map.key("facts").as(Vocabulary.NATURE)));
    }

    static Set<String> moods(ScriptNode identity) {
        return identity.key("images").key("moods").entries().keySet();
    }

    private static Images images(ScriptNode map, VariantReader variants, Words nickname) {
        if (!map.key("avatar").present()) {
            map.missing("S1", "the persona has no face", "identity: images: avatar: img/avatar.svg");
        }
        var avatar = variants.file(map.key("avatar"));
        var moods = new LinkedHashMap<String, String>();
        map.key("moods").entries().forEach((mood, picture) -> {
            var path = variants.file(picture);
            moods.put(mood, path == null ? "" : path);
        });
        var alt = map.key("alt").wordsOrNull();
        if (alt == null) {
            map.missing("S5", "people who cannot see the pictures get nothing", "alt: what they show");
        }
        return new Images(
                avatar == null ? "" : avatar,
                Collections.unmodifiableMap(moods),
                file(map.key("card"), variants),
                file(map.key("video"), variants),
                file(map.key("voice"), variants),
                file(map.key("mascot"), variants),
                file(map.key("spokesperson"), variants),
                alt == null ? nickname : alt);
    }

    private static @Nullable String file(ScriptNode node, VariantReader variants) {
        return NONE.equals(node.textOrNull()) ? null : variants.file(node);
    }

    private static Nature nature(ScriptNode map) {
        return new Nature(
                map.key("knows").wordLists(),
                map.key("likes").wordLists(),
                map.key("weak_at").wordLists(),
                map.key("never_claims").strings());
    }
}
