package io.renhua.picture;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** What a WebP is made of: what is needed to show it stays, and its head says that nothing else is there. */
final class WebpChunks {
    private static final int HEAD = 12;
    private static final int CAMERA_DATA = 0x0C; // the flags for Exif and XMP
    private static final Set<String> SHOWN = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

    private WebpChunks() {}

    static byte[] withoutRemarks(Bytes webp) {
        var out = new ByteArrayOutputStream(webp.length());
        webp.copy(0, HEAD, out);
        int end = 8 + webp.little32(4);
        for (int at = HEAD; at < end; ) {
            int length = webp.little32(at + 4);
            int next = at + 8 + length + length % 2;
            if (SHOWN.contains(webp.text(at, 4))) {
                webp.copy(at, next, out);
            }
            at = next;
        }
        return sized(out.toByteArray());
    }

    private static byte[] sized(byte[] webp) {
        int length = webp.length - 8;
        for (int i = 0; i < 4; i++) {
            webp[4 + i] = (byte) (length >> (8 * i));
        }
        if (new Bytes(webp).text(HEAD, 4).equals("VP8X")) {
            webp[HEAD + 8] &= (byte) ~CAMERA_DATA;
        }
        return webp;
    }
}
