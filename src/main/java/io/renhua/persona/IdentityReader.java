package io.renhua.persona;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Set;

/** Reads who the persona is. */
final class IdentityReader {
    private IdentityReader() {}

    static Identity read(ScriptNode node, VariantReader variants) {
        var map = node.as(Vocabulary.IDENTITY);
        var images = map.key("images").as(Vocabulary.IMAGES);
        var nickname = map.key("nickname").words("the persona has no nickname");
        var brand = map.key("brand").wordsOrNull();
        var is = map.key("is").wordsOrNull();
        var alt = images.key("alt").wordsOrNull();
        if (!images.key("avatar").present()) {
            images.missing("S1", "the persona has no face", "identity: images: avatar: img/avatar.svg");
        }
        var avatar = variants.file(images.key("avatar"));
        var moods = new LinkedHashMap<String, String>();
        images.key("moods").entries().forEach((mood, picture) -> {
            var path = variants.file(picture);
            moods.put(mood, path == null ? "" : path);
        });
        if (alt == null) {
            images.missing("S5", "people who cannot see the pictures get nothing", "alt: what they show");
        }
        return new Identity(
                nickname,
                brand == null ? nickname : brand,
                is == null ? nickname : is,
                avatar == null ? "" : avatar,
                Collections.unmodifiableMap(moods),
                variants.file(images.key("card")),
                alt == null ? nickname : alt);
    }

    static Set<String> moods(ScriptNode identity) {
        return identity.key("images").key("moods").entries().keySet();
    }
}
