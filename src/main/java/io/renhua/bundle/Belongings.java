package io.renhua.bundle;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files a persona's folder holds. Whatever else stands there neither goes out nor comes in. */
final class Belongings {
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_NAME = 100;

    private static final String LOCALE = "(?:locales/[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}/)?";
    private static final List<Pattern> KINDS = List.of(
            Pattern.compile(LOCALE + "persona\\.yaml"),
            Pattern.compile(LOCALE + "(?:lines|tests|campaigns|packs)/[^/]+\\.yaml"),
            Pattern.compile("tests/[^/]+\\.chat"),
            Pattern.compile("tables/[^/]+\\.csv"),
            Pattern.compile("cal/[^/]+\\.ics"),
            Pattern.compile("img/.+\\.(?:svg|png|jpe?g|gif|webp)"),
            Pattern.compile("mov/.+\\.(?:mp4|webm)"),
            Pattern.compile("snd/.+\\.(?:mp3|m4a|ogg|wav|amr)"),
            Pattern.compile("doc/.+\\.(?:pdf|md|txt)"));

    /** Letters and digits of any script, and between them what file systems everywhere take for nothing else. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N} ._()+-]*[\\p{L}\\p{M}\\p{N}_)+-])?");

    /** Names that are devices on Windows, with any ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Set<String> FOLDERS =
            Set.of("lines", "tests", "campaigns", "packs", "tables", "cal", "img", "mov", "snd", "doc", "locales");

    private Belongings() {}

    /** Whether a path, with {@code /} between its names, is a file that a persona's folder holds. */
    static boolean holds(String path) {
        return isHarmless(path)
                && KINDS.stream().anyMatch(kind -> kind.matcher(path).matches());
    }

    /** Whether a path is one of the folders that such files stand in. */
    static boolean holdsFolder(String path) {
        return isHarmless(path) && FOLDERS.contains(path.split("/", -1)[0]);
    }

    /** What two paths share when some file system takes them for the same. */
    static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a path stays below its folder, and is the same file on every file system. */
    static boolean isHarmless(String path) {
        return path.length() <= LONGEST_PATH
                && Normalizer.isNormalized(path, Normalizer.Form.NFC)
                && Arrays.stream(path.split("/", -1)).allMatch(Belongings::isName);
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && !DEVICE.matcher(name).matches();
    }
}
