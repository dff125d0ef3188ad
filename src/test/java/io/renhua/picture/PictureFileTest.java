package io.renhua.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.picture.PictureFile.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a picture is is read from its bytes, and what it tells besides is left out. */
class PictureFileTest {
    private static final String SECRET = "25.0330N 121.5654E";

    @Test
    void leavesOutWhereAJpegWasTakenAndKeepsWhichWayUpItIs() throws IOException {
        var plain = drawn("jpg");
        var sent = join(plain, 2, join(segment(0xE1, exif(6) + SECRET), 0, segment(0xFE, SECRET)));

        var read = PictureFile.read(sent).orElseThrow();

        assertThat(read.kind()).isEqualTo(Kind.JPEG);
        assertThat(text(sent)).contains(SECRET);
        assertThat(text(read.bytes())).doesNotContain(SECRET).contains(exif(6));
        assertThat(width(read.bytes())).isEqualTo(40);
    }

    @Test
    void leavesAnUprightJpegWithoutAnyRemark() throws IOException {
        var sent = join(drawn("jpg"), 2, segment(0xE1, exif(1) + SECRET));

        assertThat(text(PictureFile.read(sent).orElseThrow().bytes())).doesNotContain("Exif");
    }

    @Test
    void dropsWhatHangsBehindTheEnd() throws IOException {
        var sent = join(drawn("jpg"), -1, SECRET.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(PictureFile.read(sent).orElseThrow().bytes()).isEqualTo(drawn("jpg"));
    }

    @Test
    void leavesOutTheTextsOfAPng() throws IOException {
        var sent = join(drawn("png"), 33, chunk("tEXt", "Comment\0" + SECRET));

        var read = PictureFile.read(sent).orElseThrow();

        assertThat(read.kind()).isEqualTo(Kind.PNG);
        assertThat(text(read.bytes())).doesNotContain(SECRET);
        assertThat(width(read.bytes())).isEqualTo(40);
    }

    @Test
    void leavesOutTheRemarksOfAGif() throws IOException {
        var plain = drawn("gif");
        int colours = (plain[10] & 0x80) == 0 ? 0 : 3 << ((plain[10] & 7) + 1);
        var remark = "!\u00FE" + (char) SECRET.length() + SECRET + "\0";
        var sent = join(plain, 13 + colours, remark.getBytes(StandardCharsets.ISO_8859_1));

        var read = PictureFile.read(sent).orElseThrow();

        assertThat(read.kind()).isEqualTo(Kind.GIF);
        assertThat(text(read.bytes())).doesNotContain(SECRET);
        assertThat(width(read.bytes())).isEqualTo(40);
    }

    @Test
    void leavesOutTheCameraDataOfAWebp() {
        var body = riff("VP8X", "\u000C\0\0\0" + "\0".repeat(6)) + riff("VP8L", "picture") + riff("EXIF", SECRET);
        var sent = ("RIFF" + little(body.length() + 4) + "WEBP" + body).getBytes(StandardCharsets.ISO_8859_1);

        var read = PictureFile.read(sent).orElseThrow();

        var kept = riff("VP8X", "\0".repeat(10)) + riff("VP8L", "picture");
        assertThat(read.kind()).isEqualTo(Kind.WEBP);
        assertThat(text(read.bytes())).isEqualTo("RIFF" + little(kept.length() + 4) + "WEBP" + kept);
    }

    @Test
    void takesNothingElseWhateverItIsCalled() {
        assertThat(PictureFile.read("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(PictureFile.read(new byte[0])).isEmpty();
        assertThat(PictureFile.read("GIF89a".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void takesNothingThatIsBroken() throws IOException {
        for (var kind : new String[] {"jpg", "png", "gif"}) {
            var whole = drawn(kind);
            for (int length = 0; length < whole.length; length++) {
                assertThat(PictureFile.read(Arrays.copyOf(whole, length)))
                        .as(kind + " cut off after " + length)
                        .isEmpty();
            }
        }
    }

    private static byte[] drawn(String kind) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), kind, out);
        return out.toByteArray();
    }

    private static int width(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture)).getWidth();
    }

    private static String exif(int way) {
        return "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0" + (char) way + "\0\0\0\0\0\0";
    }

    private static byte[] segment(int marker, String content) {
        int length = content.length() + 2;
        return ("\u00FF" + (char) marker + (char) (length >> 8) + (char) (length & 0xFF) + content)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] chunk(String name, String content) {
        var named = (name + content).getBytes(StandardCharsets.ISO_8859_1);
        var check = new CRC32();
        check.update(named);
        return (big(content.length()) + name + content + big((int) check.getValue()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String riff(String name, String content) {
        return name + little(content.length()) + content + (content.length() % 2 == 0 ? "" : "\0");
    }

    private static String big(int number) {
        return new StringBuilder(little(number)).reverse().toString();
    }

    private static String little(int number) {
        var four = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            four.append((char) (number >> (8 * i) & 0xFF));
        }
        return four.toString();
    }

    /** @param at where it is put in; behind the end where it is -1 */
    private static byte[] join(byte[] whole, int at, byte[] part) {
        int place = at < 0 ? whole.length : at;
        var out = new ByteArrayOutputStream();
        out.write(whole, 0, place);
        out.writeBytes(part);
        out.write(whole, place, whole.length - place);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
