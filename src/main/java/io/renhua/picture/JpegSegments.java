package io.renhua.picture;

import java.io.ByteArrayOutputStream;
import java.util.OptionalInt;

/**
 * What a JPEG is made of. Cameras write where, when and by whom into segments beside the picture; of these only which way up
 * it is stays, in a segment of our own, and what colours mean.
 */
final class JpegSegments {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int REMARK = 0xFE;
    private static final int EXIF = 0xE1;
    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;

    private JpegSegments() {}

    static byte[] withoutRemarks(Bytes jpeg) {
        var out = new ByteArrayOutputStream(jpeg.length());
        jpeg.copy(0, 2, out);
        orientation(jpeg).ifPresent(way -> writeOrientation(way, out));
        int at = 2;
        while (jpeg.at(at + 1) != END) {
            int end = end(jpeg, at);
            if (isOfThePicture(jpeg, at)) {
                jpeg.copy(at, end, out);
            }
            at = end;
        }
        jpeg.copy(at, at + 2, out); // what comes behind is no part of the picture
        return out.toByteArray();
    }

    /** Empty where it stands upright. */
    static OptionalInt orientation(Bytes jpeg) {
        for (int at = 2; jpeg.at(at + 1) != END && jpeg.at(at + 1) != START_OF_SCAN; at = end(jpeg, at)) {
            if (jpeg.at(at + 1) == EXIF && jpeg.text(at + 4, 6).equals("Exif\0\0")) {
                return inExif(jpeg, at + 10);
            }
        }
        return OptionalInt.empty();
    }

    /** Where the next marker stands. */
    private static int end(Bytes jpeg, int at) {
        if (jpeg.at(at) != 0xFF || jpeg.big16(at + 2) < 2) {
            throw new IndexOutOfBoundsException("no segment at " + at);
        }
        int end = at + 2 + jpeg.big16(at + 2);
        return jpeg.at(at + 1) == START_OF_SCAN ? endOfScan(jpeg, end) : end;
    }

    /** In a scan 0xFF stands for itself before 0, and before the marks that it is restarted with. */
    private static int endOfScan(Bytes jpeg, int from) {
        int at = from;
        while (jpeg.at(at) != 0xFF || jpeg.at(at + 1) == 0 || (jpeg.at(at + 1) & 0xF8) == 0xD0) {
            at++;
        }
        return at;
    }

    private static boolean isOfThePicture(Bytes jpeg, int at) {
        int marker = jpeg.at(at + 1);
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        boolean colours = (marker == 0xE0 && jpeg.text(at + 4, 4).equals("JFIF"))
                || (marker == 0xE2 && jpeg.text(at + 4, 11).equals("ICC_PROFILE"))
                || (marker == 0xEE && jpeg.text(at + 4, 5).equals("Adobe"));
        return marker != REMARK && (!application || colours);
    }

    private static OptionalInt inExif(Bytes jpeg, int start) {
        boolean little = jpeg.text(start, 2).equals("II");
        int directory = start + (little ? jpeg.little32(start + 4) : jpeg.big32(start + 4));
        int entries = little ? jpeg.little16(directory) : jpeg.big16(directory);
        for (int at = directory + 2; at < directory + 2 + 12 * entries; at += 12) {
            if ((little ? jpeg.little16(at) : jpeg.big16(at)) == ORIENTATION) {
                int way = little ? jpeg.little16(at + 8) : jpeg.big16(at + 8);
                return way > UPRIGHT && way <= 8 ? OptionalInt.of(way) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** An Exif segment with this one entry. */
    private static void writeOrientation(int way, ByteArrayOutputStream out) {
        int[] segment = {
            0xFF, EXIF, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, // one entry
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0
        };
        for (int part : segment) {
            out.write(part);
        }
    }
}
