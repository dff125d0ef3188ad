package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskWordsTest {
    private static final Pattern IN_VIEW = Pattern.compile("\\bw\\.(\\w+)");
    private static final Pattern IN_SCRIPT = Pattern.compile("say\\('(\\w+)'");

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "zh-Hans"})
    void sayTheSameInEveryLanguage(String language) {
        var english = DeskWords.load("en");
        var words = DeskWords.load(language);

        assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        assertThat(words.values()).noneMatch(String::isBlank);
    }

    @Test
    void holdEveryWordThatThePagesUse() throws IOException {
        var used = new TreeSet<String>();
        collect(used, Path.of("src/main/resources/views/desk"), IN_VIEW);
        collect(used, Path.of("src/main/resources/public/desk"), IN_SCRIPT);

        assertThat(used).isNotEmpty();
        assertThat(DeskWords.load("en").keySet()).containsAll(used);
    }

    private static void collect(Set<String> used, Path folder, Pattern use) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                use.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
    }
}
