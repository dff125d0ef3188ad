package io.renhua.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Bundles that nobody honest makes, by what is wrong with them. */
final class HostileBundles {
    private static final int LINK = 0120777;
    private static final int FILE = 0100644;

    private static final Path MO = Path.of("src/test/resources/personas/mo");

    static final String WELCOME = "is not hostile at all";

    private HostileBundles() {}

    static byte[] named(String kind) {
        return kind.equals(WELCOME)
                ? good().zip()
                : Objects.requireNonNull(all().get(kind)).get();
    }

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        for (var path : new String[] {
            "../outside.yaml",
            "lines/../../outside.yaml",
            "lines/../lines/a.yaml",
            "./lines/a.yaml",
            "lines//a.yaml",
            "/tmp/outside.yaml",
            "//host/share/outside.yaml",
            "C:/outside.yaml",
            "C:\\outside.yaml",
            "..\\outside.yaml",
            "lines\\..\\..\\outside.yaml",
            "lines/..\\..\\outside.yaml",
            "../unpacked-sibling/outside.yaml",
            "lines/a.yaml\0.png",
            "lines/a\n.yaml",
            "lines/con.yaml",
            "img/nul.png",
            "img/a.png.",
            "img/a.png ",
            "img/ a.png",
            "img/.hidden.png",
            "img/a.png:stream.png",
            "img/~root.png",
            "img/e\u0301.png",
            "img/\u202Egnp.png",
            "img/" + "a".repeat(300) + ".png",
            "run.sh",
            "locales/../../../lines/a.yaml",
            ".git/config",
            "config/application.yml"
        }) {
            all.put(
                    "names " + printed(path),
                    () -> good().file(path, "lines: {}\n").zip());
        }
        all.put("links to a file", () -> good().link("img/a.png", "/etc/passwd").zip());
        all.put(
                "links to a folder and writes through it",
                () -> good().link("lines", "/tmp")
                        .file("lines/outside.yaml", "lines: {}\n")
                        .zip());
        all.put(
                "has a device",
                () -> good().entry("img/a.png", new byte[0], 0060644, 0, 0).zip());
        all.put(
                "has a name twice",
                () -> good().file("lines/a.yaml", "a: 1\n")
                        .file("lines/a.yaml", "a: 2\n")
                        .zip());
        all.put(
                "has a name in two cases",
                () -> good().file("lines/a.yaml", "a: 1\n")
                        .file("lines/A.yaml", "a: 2\n")
                        .zip());
        all.put(
                "has a name in two widths",
                () -> good().file("img/a.png", "1").file("img/ａ.png", "2").zip());
        all.put(
                "has a file that is a folder",
                () -> good().file("img/a.png", "1").file("img/a.png/b.png", "2").zip());
        all.put(
                "hides a file as a folder",
                () -> good().file("img/sub/", "not empty").zip());
        all.put(
                "is a bomb",
                () -> good().entry("img/a.png", new byte[200 << 20], FILE, 0, 0).zip());
        all.put("is a bomb of many pieces", HostileBundles::pieces);
        all.put("is a bomb whose pieces lie over each other", HostileBundles::overlapping);
        all.put(
                "says a bomb is small",
                () -> good().entry("img/a.png", new byte[50 << 20], FILE, 10, 0).zip());
        all.put(
                "has a script too large",
                () -> good().file("lines/a.yaml", "#".repeat(2_000_000)).zip());
        all.put("has three thousand files", () -> many(3_000));
        all.put("has a million entries", () -> many(1_000_000));
        all.put("says it has few entries and has a million", () -> few(many(500_000)));
        all.put("is oversize", () -> new byte[40 << 20]);
        all.put(
                "is encrypted",
                () -> good().entry("img/a.png", new byte[1], FILE, 0, 1).zip());
        all.put(
                "has a wrong checksum",
                () -> spoilt(good().file("img/a.png", "right").zip()));
        all.put("has something before its start", () -> joined(new byte[99], good().zip()));
        all.put("has something behind its end", () -> joined(good().zip(), new byte[99]));
        all.put("ends too early", () -> Arrays.copyOf(good().zip(), 60));
        all.put("is empty", () -> new byte[0]);
        all.put("is no zip", () -> "persona.yaml".repeat(9).getBytes(StandardCharsets.UTF_8));
        all.put(
                "has no persona",
                () -> new Zip().file("lines/a.yaml", "lines: {}\n").zip());
        all.put(
                "has its persona in a folder",
                () -> new Zip().file("pao/persona.yaml", "id: pao\n").zip());
        all.put(
                "has a script that goes deep",
                () -> new Zip()
                        .file("persona.yaml", "id: deep\nlines: " + "[".repeat(400_000))
                        .zip());
        all.put(
                "has a script that multiplies",
                () -> new Zip().file("persona.yaml", multiplying()).zip());
        return all;
    }

    /** A persona that would be welcome, but for what is added. */
    private static Zip good() {
        var zip = new Zip();
        try (var files = Files.walk(MO)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.file(MO.relativize(file).toString(), Files.readAllBytes(file));
            }
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String printed(String path) {
        return path.length() > 60 ? "a path of " + path.length() : path.replaceAll("\\p{C}", "?");
    }

    private static byte[] pieces() {
        var zip = good();
        var piece = new Zip.Packed(new byte[15 << 20]);
        for (int i = 0; i < 20; i++) {
            zip.entry("img/" + i + ".png", piece, FILE, 0, 0);
        }
        return zip.zip();
    }

    private static byte[] overlapping() {
        var zip = good();
        var piece = new Zip.Packed(new byte[15 << 20]);
        zip.entry("img/first.png", piece, FILE, 0, 0);
        for (int i = 0; i < 1_000; i++) {
            zip.again("img/" + i + ".png", piece);
        }
        return zip.zip();
    }

    private static byte[] many(int count) {
        var zip = good();
        var piece = new Zip.Packed(new byte[0]);
        for (int i = 0; i < count; i++) {
            zip.again("img/" + Integer.toString(i, 36) + ".png", piece);
        }
        return zip.zip();
    }

    private static byte[] few(byte[] zip) {
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putShort(zip.length - 12, (short) 2);
        return zip;
    }

    private static byte[] spoilt(byte[] zip) {
        var text = new String(zip, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("right");
        return (text.substring(0, at) + "wrong" + text.substring(at + 5)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String multiplying() {
        var script = new StringBuilder("id: many\nx-0: &x0 [a, a, a, a, a, a, a, a, a]\n");
        for (int i = 1; i < 30; i++) {
            script.append("x-" + i + ": &x" + i + " [" + ("*x" + (i - 1) + ", ").repeat(8) + "*x" + (i - 1) + "]\n");
        }
        return script.toString();
    }

    /** Writes what no library would. */
    private static final class Zip {
        private final ByteArrayOutputStream files = new ByteArrayOutputStream();
        private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
        private int count;
        private int lastAt;

        /** Content, and how it is stored: packed when that is much smaller. */
        static final class Packed {
            private final byte[] bytes;
            private final int size;
            private final int checksum;
            private final boolean isPacked;

            Packed(byte[] content) {
                bytes = packed(content);
                size = content.length;
                checksum = sum(content);
                isPacked = content.length > 1 << 20;
            }

            private static int sum(byte[] content) {
                var sum = new CRC32();
                sum.update(content);
                return (int) sum.getValue();
            }

            private static byte[] packed(byte[] content) {
                if (content.length <= 1 << 20) {
                    return content;
                }
                try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
                    deflater.setInput(content);
                    deflater.finish();
                    var out = new ByteArrayOutputStream();
                    var piece = new byte[1 << 16];
                    while (!deflater.finished()) {
                        out.write(piece, 0, deflater.deflate(piece));
                    }
                    return out.toByteArray();
                }
            }
        }

        Zip file(String path, byte[] content) {
            return entry(path, content, FILE, 0, 0);
        }

        Zip file(String path, String content) {
            return entry(path, content.getBytes(StandardCharsets.UTF_8), FILE, 0, 0);
        }

        Zip link(String path, String to) {
            return entry(path, to.getBytes(StandardCharsets.UTF_8), LINK, 0, 0);
        }

        Zip entry(String path, byte[] content, int mode, int saidSize, int flags) {
            return entry(path, new Packed(content), mode, saidSize, flags);
        }

        Zip entry(String path, Packed content, int mode, int saidSize, int flags) {
            lastAt = files.size();
            var header = new byte[30 + bytes(path).length];
            var into = over(header).putInt(0x04034b50).putShort((short) 20);
            common(into, content, saidSize, flags, path).putShort((short) 0).put(bytes(path));
            files.writeBytes(header);
            files.writeBytes(content.bytes);
            return told(path, content, mode, saidSize, flags);
        }

        /** An entry that names what the last one stored. */
        Zip again(String path, Packed content) {
            return told(path, content, FILE, 0, 0);
        }

        private Zip told(String path, Packed content, int mode, int saidSize, int flags) {
            var entry = new byte[46 + bytes(path).length];
            var into = over(entry)
                    .putInt(0x02014b50)
                    .putShort((short) (3 << 8 | 20))
                    .putShort((short) 20);
            common(into, content, saidSize, flags, path).putShort((short) 0).putShort((short) 0);
            into.putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(mode << 16)
                    .putInt(lastAt)
                    .put(bytes(path));
            directory.writeBytes(entry);
            count++;
            return this;
        }

        byte[] zip() {
            var end = new byte[22];
            short said = (short) Math.min(count, 0xFFFF);
            over(end)
                    .putInt(0x06054b50)
                    .putInt(0)
                    .putShort(said)
                    .putShort(said)
                    .putInt(directory.size())
                    .putInt(files.size());
            return joined(joined(files.toByteArray(), directory.toByteArray()), end);
        }

        private static ByteBuffer common(ByteBuffer into, Packed content, int saidSize, int flags, String path) {
            return into.putShort((short) (flags | 1 << 11))
                    .putShort((short) (content.isPacked ? 8 : 0))
                    .putInt(0)
                    .putInt(content.checksum)
                    .putInt(content.bytes.length)
                    .putInt(saidSize == 0 ? content.size : saidSize)
                    .putShort((short) bytes(path).length);
        }

        private static ByteBuffer over(byte[] record) {
            return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        }

        private static byte[] bytes(String path) {
            return path.getBytes(StandardCharsets.UTF_8);
        }
    }
}
