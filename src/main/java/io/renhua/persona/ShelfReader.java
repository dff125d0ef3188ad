package io.renhua.persona;

import io.renhua.text.Wording;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the pictures that people at the desk can send. */
final class ShelfReader {
    /** What every platform shows. */
    private static final Pattern SENDABLE = Pattern.compile("img/.+\\.(png|jpe?g)");

    private ShelfReader() {}

    static Map<String, ShelfPicture> read(ScriptNode section, VariantReader variants) {
        var shelf = new LinkedHashMap<String, ShelfPicture>();
        section.entries()
                .forEach((name, node) -> shelf.put(name, picture(node.as(Vocabulary.SHELF_PICTURE), variants)));
        return Collections.unmodifiableMap(shelf);
    }

    private static ShelfPicture picture(ScriptNode map, VariantReader variants) {
        var image = map.key("image");
        var path = variants.file(image);
        if (path == null) {
            map.missing("S1", "no picture stands here", "image: img/shop.jpg");
        } else if (!SENDABLE.matcher(path).matches()) {
            image.error("S1", Wording.of("not every platform shows %s", path), "a PNG or JPEG below img/");
        }
        if (!map.key("alt").present()) {
            map.missing("S5", "people who cannot see it get nothing", "alt: what it shows");
        }
        return new ShelfPicture(
                path == null ? "" : path,
                map.key("alt").present() ? map.key("alt").words("alt: is missing") : map.standIn());
    }
}
