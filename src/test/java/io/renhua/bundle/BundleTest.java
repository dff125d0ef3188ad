package io.renhua.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final Path PAO = Path.of("personas/pao");

    @TempDir
    private Path here;

    private Path personas;
    private Arrivals arrivals;

    @BeforeEach
    void aFolderForPersonas() throws IOException {
        personas = Files.createDirectory(here.resolve("personas"));
        arrivals = new Arrivals(personas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pao", "orvanne"})
    void whatGoesOutComesInByteForByte(String id) throws IOException {
        var folder = Path.of("personas").resolve(id);
        var left = packed("a.renhua", folder);

        assertThat(left.toString()).isEqualTo("[]");
        assertThat(arrivals.welcome(here.resolve("a.renhua"), Optional.empty())).isEqualTo(id);
        assertThat(contents(personas.resolve(id))).isEqualTo(contents(folder));
        assertThat(names(personas)).containsExactly(id);
    }

    @Test
    void isTheSameBytesEachTime() throws IOException {
        packed("first.renhua", PAO);
        assertThat(arrivals.welcome(here.resolve("first.renhua"), Optional.empty()))
                .isEqualTo("pao");
        Files.setLastModifiedTime(personas.resolve("pao/persona.yaml"), FileTime.fromMillis(987_654_321_000L));

        packed("second.renhua", personas.resolve("pao"));

        assertThat(here.resolve("second.renhua")).hasSameBinaryContentAs(here.resolve("first.renhua"));
    }

    @Test
    void neverReplacesAPersonaThatIsThere() throws IOException {
        packed("a.renhua", PAO);
        Files.createDirectories(personas.resolve("pao"));

        assertThatThrownBy(() -> arrivals.welcome(here.resolve("a.renhua"), Optional.empty()))
                .isInstanceOf(CannotTravel.class)
                .hasMessage("There is a persona pao already, and it stays. Write instead: another name, such as pao-2");
        assertThat(personas.resolve("pao")).isEmptyDirectory();
        assertThat(names(personas)).containsExactly("pao");
    }

    @Test
    void comesInUnderAnotherName() throws IOException {
        packed("a.renhua", PAO);

        assertThat(arrivals.welcome(here.resolve("a.renhua"), Optional.of("pao-2")))
                .isEqualTo("pao-2");

        assertThat(personas.resolve("pao-2/persona.yaml")).content().contains("id: pao-2\nversion:");
        assertThat(personas.resolve("pao")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../pao", "Pao", "", "pao/2"})
    void takesNoNameThatIsNone(String name) throws IOException {
        packed("a.renhua", PAO);

        assertThatThrownBy(() -> arrivals.welcome(here.resolve("a.renhua"), Optional.of(name)))
                .isInstanceOf(CannotTravel.class)
                .hasMessageContaining("Write instead: --as my-persona");
        assertThat(names(here)).containsExactly("a.renhua", "personas");
    }

    @Test
    void isRefusedWithItsProblemsWhenItsScriptCannotBeRead() throws IOException {
        var folder = Files.createDirectory(here.resolve("broken"));
        Files.writeString(folder.resolve("persona.yaml"), "spec: renhua/1\nid: broken\nversion: 1\nsays: hello\n");
        packed("a.renhua", folder);

        assertThatThrownBy(() -> arrivals.welcome(here.resolve("a.renhua"), Optional.empty()))
                .isInstanceOf(CannotTravel.class)
                .hasMessageContaining("broken/persona.yaml:4:");
        assertThat(personas).isEmptyDirectory();
    }

    @Test
    void leavesAtHomeWhatIsNoFileOfAPersonaAndFollowsNoLink() throws IOException {
        var folder = here.resolve("mine");
        Files.createDirectories(folder.resolve("img"));
        Files.writeString(folder.resolve("persona.yaml"), "id: mine\n");
        Files.writeString(folder.resolve("notes.txt"), "secret");
        Files.writeString(here.resolve("outside.png"), "secret");
        Files.createSymbolicLink(folder.resolve("img/a.png"), here.resolve("outside.png"));

        assertThat(packed("a.renhua", folder)).containsExactly("img/a.png (a link)", "notes.txt");
    }

    @Test
    void isNotWrittenOverAFileThatIsThere() throws IOException {
        var taken = Files.writeString(here.resolve("a.renhua"), "mine");

        assertThatThrownBy(() -> packed("a.renhua", PAO)).isInstanceOf(CannotTravel.class);
        assertThat(taken).hasContent("mine");
    }

    @Test
    void isNotLeftBehindWhenNobodyCouldTakeItIn() throws IOException {
        var folder = Files.createDirectory(here.resolve("large"));
        Files.writeString(folder.resolve("persona.yaml"), "#".repeat(1_000_001));

        assertThatThrownBy(() -> packed("a.renhua", folder))
                .isInstanceOf(CannotTravel.class)
                .hasMessageContaining("persona.yaml is larger than 1 MB");
        assertThat(here.resolve("a.renhua")).doesNotExist();
    }

    @Test
    void takesFilmsAndSoundsAndSaysWhichIsTooLarge() throws IOException {
        var folder = Files.createDirectories(here.resolve("moving"));
        Files.writeString(folder.resolve("persona.yaml"), "id: moving");
        Files.write(Files.createDirectory(folder.resolve("snd")).resolve("rain.mp3"), new byte[] {1});
        var film = Files.createDirectory(folder.resolve("mov")).resolve("brew.mp4");

        Files.write(film, new byte[16 << 20]);
        assertThat(packed("a.renhua", folder)).isEmpty();

        Files.write(film, new byte[(16 << 20) + 1]);
        assertThatThrownBy(() -> packed("b.renhua", folder))
                .isInstanceOf(CannotTravel.class)
                .hasMessageContaining("mov/brew.mp4 is larger than 16 MiB");
    }

    private List<String> packed(String name, Path folder) {
        return new Bundle(here.resolve(name)).pack(folder);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
