package io.renhua.bundle;

import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a bundle says it holds, read and judged before anything is unpacked. It knows what {@link java.util.zip.ZipFile}
 * does not tell: links, and how many entries there are before there is an object for each.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the form of a zip file</a>
 */
final class BundleDirectory {
    private static final long LARGEST_BUNDLE = 32L << 20;
    private static final long LARGEST_FILE = 16L << 20;
    private static final long LARGEST_SCRIPT = 1_000_000;
    private static final long LARGEST_WHOLE = 64L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final int LARGEST_DIRECTORY = 1 << 20;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int ENCRYPTED = 1;
    private static final int UTF_8_NAME = 1 << 11;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int UNIX_TYPE = 0170000;
    private static final int UNIX_FILE = 0100000;
    private static final int UNIX_FOLDER = 0040000;

    private final ByteBuffer bytes;
    private final Contents contents;
    private final List<BundleEntry> entries = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private long whole;

    private BundleDirectory(ByteBuffer bytes, Contents contents) {
        this.bytes = bytes;
        this.contents = contents;
    }

    /** The entries of a bundle that may be unpacked; any other is refused. */
    static List<BundleEntry> read(Path bundle, Contents contents) throws IOException {
        try (var channel = FileChannel.open(bundle, StandardOpenOption.READ)) {
            refuseIf(channel.size() > LARGEST_BUNDLE, Wording.of("the bundle is larger than 32 MiB"));
            refuseIf(channel.size() < END_SIZE, Wording.of("this is no bundle"));
            var end = bytes(channel, channel.size() - END_SIZE, END_SIZE);
            refuseIf(end.getInt(0) != END, Wording.of("this is no bundle, or something stands behind its end"));
            int count = end.getShort(10) & 0xFFFF;
            long size = end.getInt(12) & 0xFFFFFFFFL;
            long from = end.getInt(16) & 0xFFFFFFFFL;
            refuseIf(
                    count > MOST_ENTRIES || size > LARGEST_DIRECTORY,
                    Wording.of("the bundle holds more than 2000 files"));
            refuseIf(
                    from + size + END_SIZE != channel.size(),
                    Wording.of("the bundle's directory is not where it says it is"));
            return new BundleDirectory(bytes(channel, from, (int) size), contents).entries(count);
        }
    }

    private List<BundleEntry> entries(int count) {
        for (int i = 0; i < count; i++) {
            refuseIf(
                    bytes.remaining() < ENTRY_SIZE || bytes.getInt(bytes.position()) != ENTRY,
                    Wording.of("its directory is damaged"));
            add(next());
        }
        refuseIf(bytes.hasRemaining(), Wording.of("the bundle holds more files than it says"));
        refuseIf(
                files.stream().anyMatch(folders::contains),
                Wording.of("the bundle holds a folder and a file of the same name"));
        refuseIf(
                entries.stream().noneMatch(entry -> entry.path().equals(contents.root())),
                Wording.of("there is no %s at its root", contents.root()));
        return List.copyOf(entries);
    }

    private BundleEntry next() {
        int at = bytes.position();
        int nameLength = bytes.getShort(at + 28) & 0xFFFF;
        int more = (bytes.getShort(at + 30) & 0xFFFF) + (bytes.getShort(at + 32) & 0xFFFF);
        refuseIf(bytes.remaining() < ENTRY_SIZE + nameLength + more, Wording.of("its directory is damaged"));
        var path = path(at + ENTRY_SIZE, nameLength, bytes.getShort(at + 8));
        refuseIf((bytes.getShort(at + 8) & ENCRYPTED) != 0, Wording.of("%s is encrypted", shown(path)));
        int method = bytes.getShort(at + 10);
        refuseIf(
                method != STORED && method != DEFLATED,
                Wording.of("%s is packed in a way that we do not know", shown(path)));
        int type = bytes.getInt(at + 38) >>> 16 & UNIX_TYPE;
        refuseIf(
                type != 0 && type != (path.endsWith("/") ? UNIX_FOLDER : UNIX_FILE),
                Wording.of("%s is a link, or no ordinary file", shown(path)));
        bytes.position(at + ENTRY_SIZE + nameLength + more);
        return new BundleEntry(path, bytes.getInt(at + 24) & 0xFFFFFFFFL, bytes.getInt(at + 16) & 0xFFFFFFFFL);
    }

    private String path(int at, int length, int flags) {
        var name = bytes.slice(at, length);
        try {
            var path = StandardCharsets.UTF_8.newDecoder().decode(name).toString();
            refuseIf(
                    (flags & UTF_8_NAME) == 0 && path.chars().anyMatch(c -> c > 0x7F),
                    Wording.of("the name %s is not marked as UTF-8", shown(path)));
            return path;
        } catch (CharacterCodingException e) {
            throw new CannotTravel(Wording.of("The bundle is refused: a file's name is not UTF-8."));
        }
    }

    private void add(BundleEntry entry) {
        if (entry.isFolder()) {
            var path = entry.path().substring(0, entry.path().length() - 1);
            refuseIf(
                    !contents.holdsFolder(path) || entry.size() > 0,
                    Wording.of("%s is no folder of %s", shown(path), contents.whose()));
            addFolders(path + "/");
            return;
        }
        var path = entry.path();
        refuseIf(!contents.holds(path), Wording.of("%s is no file of %s", shown(path), contents.whose()));
        refuseIf(!files.add(Belongings.folded(path)), Wording.of("%s stands in it twice", shown(path)));
        addFolders(path);
        whole += entry.size();
        refuseIf(entry.size() > LARGEST_FILE, Wording.of("%s is larger than 16 MiB", shown(path)));
        refuseIf(
                path.endsWith(".yaml") && entry.size() > LARGEST_SCRIPT,
                Wording.of("%s is larger than 1 MB", shown(path)));
        refuseIf(whole > LARGEST_WHOLE, Wording.of("what is in it is larger than 64 MiB"));
        entries.add(entry);
    }

    /** Every folder that a path goes through. */
    private void addFolders(String path) {
        var folded = Belongings.folded(path);
        for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
            folders.add(folded.substring(0, slash));
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
        refuseIf(bytes.hasRemaining(), Wording.of("the bundle ends too early"));
        return bytes.flip();
    }

    /** A name from outside, safe to print. */
    private static String shown(String path) {
        var start = path.codePointCount(0, path.length()) > 80
                ? path.substring(0, path.offsetByCodePoints(0, 80)) + "…"
                : path;
        return start.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]", "?");
    }

    private static void refuseIf(boolean wrong, Wording why) {
        if (wrong) {
            throw new CannotTravel(Wording.of("The bundle is refused: %s.", why));
        }
    }
}
