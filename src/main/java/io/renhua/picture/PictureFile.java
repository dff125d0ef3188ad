package io.renhua.picture;

import java.util.Optional;

/**
 * A picture as a file: of a kind that its bytes show, whatever it is called, and with nothing in it but what is to be seen.
 * Where, when and with what it was taken is left out.
 */
public final class PictureFile {
    private final Kind kind;
    private final byte[] bytes;

    private PictureFile(Kind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    public enum Kind {
        JPEG("jpg", "image/jpeg"),
        PNG("png", "image/png"),
        GIF("gif", "image/gif"),
        WEBP("webp", "image/webp");

        private final String ending;
        private final String type;

        Kind(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        public String ending() {
            return ending;
        }

        public String type() {
            return type;
        }
    }

    /** Empty where it is none of these kinds, or is broken. */
    public static Optional<PictureFile> read(byte[] sent) {
        var bytes = new Bytes(sent);
        try {
            if (bytes.startsWith(0, 0xFF, 0xD8, 0xFF)) {
                return Optional.of(new PictureFile(Kind.JPEG, JpegSegments.withoutRemarks(bytes)));
            }
            if (bytes.startsWith(0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
                return Optional.of(new PictureFile(Kind.PNG, PngChunks.withoutRemarks(bytes)));
            }
            if (bytes.text(0, 6).matches("GIF8[79]a")) {
                return Optional.of(new PictureFile(Kind.GIF, GifBlocks.withoutRemarks(bytes)));
            }
            if (bytes.text(0, 4).equals("RIFF") && bytes.text(8, 4).equals("WEBP")) {
                return Optional.of(new PictureFile(Kind.WEBP, WebpChunks.withoutRemarks(bytes)));
            }
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty(); // it ends before it says that it does
        }
        return Optional.empty();
    }

    /** One that was read before. */
    public static PictureFile kept(Kind kind, byte[] bytes) {
        return new PictureFile(kind, bytes);
    }

    public Kind kind() {
        return kind;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
