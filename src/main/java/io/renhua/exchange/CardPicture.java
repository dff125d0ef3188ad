package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A character card in a picture: base64 in a text chunk of a PNG, by the name of {@code ccv3} or, before that, {@code chara}.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5Chunk-layout">how chunks are laid out</a>
 */
final class CardPicture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final String TEXT = "tEXt";
    private static final Set<String> TEXTS = Set.of(TEXT, "zTXt", "iTXt", "eXIf");
    private static final String END = "IEND";
    private static final int LONGEST_KEYWORD = 79;
    private static final String ASSET = "chara-ext-asset_";

    private final Map<String, byte[]> texts = new HashMap<>();
    private final ByteArrayOutputStream picture = new ByteArrayOutputStream();

    CardPicture(byte[] png) {
        picture.writeBytes(SIGNATURE);
        try {
            var bytes = ByteBuffer.wrap(png).position(SIGNATURE.length);
            while (!chunk(bytes).equals(END)) {}
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    static boolean isPng(byte[] bytes) {
        return bytes.length >= SIGNATURE.length && Arrays.equals(Arrays.copyOf(bytes, SIGNATURE.length), SIGNATURE);
    }

    /** The card's JSON. */
    byte[] card() {
        var card = texts.getOrDefault("ccv3", texts.get("chara"));
        if (card == null) {
            throw new CannotTravel(Wording.of("It is refused: there is no character card in this picture."));
        }
        return decoded(card, Wording.of("the card in this picture"));
    }

    /** What an older application put beside the card; nothing where there is nothing of that name. */
    byte[] asset(String name) {
        var asset = texts.get(ASSET + ":" + name);
        return asset == null ? new byte[0] : decoded(asset, Wording.of("a picture in this picture"));
    }

    /** The picture alone: whoever sees the face need not read the card. */
    byte[] picture() {
        return picture.toByteArray();
    }

    /** Takes one chunk, and gives its type. */
    private String chunk(ByteBuffer bytes) {
        var whole = bytes.slice();
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining() - 8) {
            throw damaged();
        }
        var data = bytes.slice(bytes.position(), length + 4);
        bytes.position(bytes.position() + length + 4);
        var checksum = new CRC32();
        checksum.update(data.duplicate());
        if ((int) checksum.getValue() != bytes.getInt()) {
            throw damaged();
        }
        var type = StandardCharsets.ISO_8859_1.decode(data.slice(0, 4)).toString();
        if (type.equals(TEXT)) {
            text(data.slice(4, length));
        }
        if (!TEXTS.contains(type)) {
            var own = new byte[length + 12];
            whole.get(own);
            picture.writeBytes(own);
        }
        return type;
    }

    private void text(ByteBuffer data) {
        int end = 0;
        while (end < data.limit() && data.get(end) != 0) {
            end++;
        }
        var keyword = StandardCharsets.ISO_8859_1.decode(data.slice(0, end)).toString();
        boolean ours = keyword.equals("ccv3") || keyword.equals("chara") || keyword.startsWith(ASSET);
        if (end < data.limit() && ours && (end <= LONGEST_KEYWORD || keyword.startsWith(ASSET))) {
            var value = new byte[data.limit() - end - 1];
            data.get(end + 1, value);
            texts.putIfAbsent(keyword, value);
        }
    }

    private static byte[] decoded(byte[] base64, Wording what) {
        try {
            var plain = new String(base64, StandardCharsets.ISO_8859_1).replaceAll("\\s+", "");
            return Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException e) {
            throw new CannotTravel(Wording.of("It is refused: %s is no base64.", what));
        }
    }

    private static CannotTravel damaged() {
        return new CannotTravel(Wording.of("It is refused: this picture is damaged."));
    }
}
