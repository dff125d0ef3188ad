package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README says in Chinese what it says in English, as far as a machine can tell, and its links lead somewhere. */
class ReadmesTest {
    private static final String ENGLISH = "README.md";
    private static final String CHINESE = "README.zh-Hant.md";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```$");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern SHAPE = Pattern.compile("(?m)^(#+ |\\||- )");

    @Test
    void showTheSameCommandsInBlocks() throws IOException {
        var chinese = commands(CHINESE);
        var english = commands(ENGLISH);

        assertThat(english).contains("./renhua test");
        assertThat(chinese).isEqualTo(english);
    }

    @Test
    void nameTheSameCommandsFilesAndSettings() throws IOException {
        var chinese = found(SPAN, prose(CHINESE));
        var english = found(SPAN, prose(ENGLISH));

        assertThat(english).contains("./renhua chat pao");
        assertThat(chinese).containsExactlyInAnyOrderElementsOf(english);
    }

    @Test
    void haveTheSameSectionsRowsAndPoints() throws IOException {
        var chinese = found(SHAPE, prose(CHINESE));
        var english = found(SHAPE, prose(ENGLISH));

        assertThat(english).contains("## ", "|", "- ");
        assertThat(chinese).isEqualTo(english);
    }

    @Test
    void linkToEachOtherAndToTheSamePages() throws IOException {
        var chinese = new TreeSet<>(found(LINK, prose(CHINESE)));
        var english = new TreeSet<>(found(LINK, prose(ENGLISH)));

        assertThat(chinese.remove(ENGLISH)).isTrue();
        assertThat(english.remove(CHINESE)).isTrue();
        assertThat(chinese).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void linkToWhatIsThere(String readme) throws IOException {
        var links = found(LINK, prose(readme));

        assertThat(links).isNotEmpty();
        assertThat(links).allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    /** What stands in blocks, without what is said beside it. */
    private static List<String> commands(String readme) throws IOException {
        var blocks = String.join("", found(BLOCK, text(readme)));
        return blocks.lines().map(ReadmesTest::withoutComment).toList();
    }

    private static String withoutComment(String line) {
        return line.replaceFirst("\\s+# .*", "");
    }

    private static String prose(String readme) throws IOException {
        return BLOCK.matcher(text(readme)).replaceAll("");
    }

    private static String text(String readme) throws IOException {
        return Files.readString(Path.of(readme));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).toList();
    }
}
