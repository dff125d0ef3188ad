package io.renhua.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A card's typed assets: its icon is the face, its emotions are moods, other pictures come along. */
final class CardPictures {
    private static final int MOST = 200;

    private final CardAssets assets;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> moods = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final ArrayNode left = ForeignJson.MAPPER.createArrayNode();
    private final Set<Wording> remarks = new LinkedHashSet<>();
    private Optional<String> avatar = Optional.empty();

    CardPictures(JsonNode list, CardAssets assets) {
        this.assets = assets;
        list.forEach(this::take);
        if (avatar.isEmpty()) {
            avatar = picture("avatar", assets.at("ccdefault:"));
        }
    }

    /** The script's {@code images}. */
    Map<String, Object> images(String alt) {
        var images = new LinkedHashMap<String, Object>();
        avatar.ifPresent(path -> images.put("avatar", path));
        if (!moods.isEmpty()) {
            images.put("moods", moods);
        }
        if (avatar.isPresent()) {
            images.put("alt", alt);
        }
        return images;
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** Pictures that came along and have no place in a script. */
    List<String> others() {
        return others;
    }

    /** Assets that did not come along, as the card names them. */
    ArrayNode left() {
        return left;
    }

    Set<Wording> remarks() {
        return remarks;
    }

    private void take(JsonNode asset) {
        var type = ForeignJson.text(asset.path("type"));
        var name = ForeignJson.text(asset.path("name"));
        var uri = ForeignJson.text(asset.path("uri"));
        boolean icon = type.equals("icon") && (avatar.isEmpty() || name.equals("main"));
        if (icon && uri.startsWith("https://")) {
            avatar = Optional.of(uri);
            remarks.add(Wording.of("Look over: the face is at %s, and not of this folder.", ForeignText.sentence(uri)));
            return;
        }
        var path = files.size() < MOST
                ? picture(icon ? "avatar" : type + "-" + name, assets.orInCard(uri))
                : Optional.<String>empty();
        if (path.isEmpty()) {
            left.add(asset);
            remarks.add(Wording.of(
                    "Kept under %s only: the asset %s, which is no picture in the card.",
                    CardReader.KEPT, ForeignText.sentence(type + " " + name)));
        } else if (icon) {
            avatar.ifPresent(others::add);
            avatar = path;
        } else if (type.equals("emotion") && !LineNames.slug(name, '_').isEmpty()) {
            moods.put(LineNames.slug(name, '_'), path.get());
        } else {
            others.add(path.get());
        }
    }

    /** Keeps a picture, by a name that none has yet. */
    private Optional<String> picture(String name, byte[] bytes) {
        return ending(bytes).map(ending -> {
            var slug = LineNames.slug(name, '-');
            var stem = "img/" + (slug.isEmpty() ? "picture" : slug);
            var path = stem + ending;
            for (int i = 2; files.containsKey(path); i++) {
                path = stem + "-" + i + ending;
            }
            files.put(path, bytes);
            return path;
        });
    }

    /** What the bytes say they are; a drawing that could run something is not taken for a picture. */
    private static Optional<String> ending(byte[] bytes) {
        if (CardPicture.isPng(bytes)) {
            return Optional.of(".png");
        }
        var start = new String(bytes, 0, Math.min(12, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(".jpg");
        }
        if (start.startsWith("GIF8")) {
            return Optional.of(".gif");
        }
        return start.startsWith("RIFF") && start.endsWith("WEBP") ? Optional.of(".webp") : Optional.empty();
    }
}
