package io.renhua.picture;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** What a PNG is made of: what is needed to show it stays, texts, times and camera data go. */
final class PngChunks {
    private static final int HEAD = 8;
    private static final int AROUND = 12;
    private static final Set<String> SHOWN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL",
            "fcTL", "fdAT");

    private PngChunks() {}

    static byte[] withoutRemarks(Bytes png) {
        var out = new ByteArrayOutputStream(png.length());
        png.copy(0, HEAD, out);
        var name = "";
        for (int at = HEAD; !name.equals("IEND"); ) {
            int end = at + AROUND + png.big32(at);
            name = png.text(at + 4, 4);
            if (SHOWN.contains(name)) {
                png.copy(at, end, out);
            }
            at = end;
            png.at(at - 1); // it goes on to here
        }
        return out.toByteArray();
    }
}
