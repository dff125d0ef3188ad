package io.renhua.picture;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** What a GIF is made of: pictures, their times and how often they come again stay, remarks go. */
final class GifBlocks {
    private static final int HEAD = 13;
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2C;
    private static final int END = 0x3B;
    private static final int TIMES = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final Set<String> REPEATS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private GifBlocks() {}

    static byte[] withoutRemarks(Bytes gif) {
        var out = new ByteArrayOutputStream(gif.length());
        int at = HEAD + colours(gif.at(10));
        gif.copy(0, at, out);
        while (gif.at(at) != END) {
            int end = end(gif, at);
            if (isShown(gif, at)) {
                gif.copy(at, end, out);
            }
            at = end;
        }
        out.write(END);
        return out.toByteArray();
    }

    private static int end(Bytes gif, int at) {
        return switch (gif.at(at)) {
            case EXTENSION -> endOfParts(gif, at + 2);
            case PICTURE -> endOfParts(gif, at + 11 + colours(gif.at(at + 9)));
            default -> throw new IndexOutOfBoundsException("no block at " + at);
        };
    }

    /** Each part says how long it is; the last is empty. */
    private static int endOfParts(Bytes gif, int from) {
        int at = from;
        while (gif.at(at) != 0) {
            at += 1 + gif.at(at);
        }
        return at + 1;
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static boolean isShown(Bytes gif, int at) {
        return gif.at(at) == PICTURE
                || gif.at(at + 1) == TIMES
                || (gif.at(at + 1) == APPLICATION && REPEATS.contains(gif.text(at + 3, 11)));
    }
}
