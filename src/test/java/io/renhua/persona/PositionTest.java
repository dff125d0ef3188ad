package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What 墨 is, what it looks like, and what it wants to be to people. */
class PositionTest {
    private static final String TOP = "persona.yaml";

    @TempDir
    private Path directory;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(directory);
    }

    @Test
    void isReadWithItsPromiseInEveryLanguage() {
        mo.write("lines/position.yaml", """
                positioning:
                  kind: consumer
                  distance: friend
                  promise: {zh-Hant: 一本好書, zh-Hans: 一本好书, en: one good book}
                  purposes: [acquire, reactivate]
                  never: [countdown]
                """);

        var position = Objects.requireNonNull(persona().positioning());

        assertThat(position.kind()).isEqualTo("consumer");
        assertThat(Objects.requireNonNull(position.promise()).in("en")).isEqualTo("one good book");
        assertThat(position.purposes()).isEqualTo(Set.of("acquire", "reactivate"));
        assertThat(position.never()).containsExactly("countdown");
    }

    @Test
    void needNotBeStated() {
        assertThat(persona().positioning()).isNull();
        assertThat(mo.write("lines/position.yaml", "positioning: none\n").read().problems())
                .noneMatch(problem -> problem.file().endsWith("position.yaml"));
    }

    @Test
    void isOneOfAClosedList() {
        mo.write("lines/position.yaml", """
                positioning:
                  kind: luxurious
                  purposes:
                    - acquire
                    - spam
                """);

        assertThat(errors())
                .containsExactly(
                        "mo/lines/position.yaml:2: luxurious cannot stand here: did you mean luxury? Write instead: luxury",
                        "mo/lines/position.yaml:5: spam cannot stand here."
                                + " Write instead: one of acquire, activate, inform, reactivate, repurchase");
    }

    @Test
    void itsFacesAreFilesThatThereAre() {
        mo.write("mov/hello.mp4", "film")
                .change(TOP, "    alt: 戴眼鏡的貓", """
                    video: mov/hello.mp4
                    voice: snd/hi.mp3
                    mascot: ../secret.png
                    spokesperson: none
                    alt: 戴眼鏡的貓""".indent(4).stripTrailing());

        assertThat(errors())
                .containsExactly(
                        "mo/persona.yaml:21: there is no file snd/hi.mp3 in this persona's folder. Write instead: a path below it",
                        "mo/persona.yaml:22: there is no file ../secret.png in this persona's folder."
                                + " Write instead: a path below it");
    }

    @Test
    void itsFacesSayWhatTheyShow() {
        mo.change(TOP, "    alt: 戴眼鏡的貓\n", "");

        assertThat(errors())
                .contains(
                        "mo/persona.yaml:16: people who cannot see the pictures get nothing. Write instead: alt: what they show");
    }

    @Test
    void itsFactsAreKeptInEachLanguage() {
        mo.change(TOP, "    never_claims:", "    likes: {zh-Hant: [下雨天], en: [rainy days]}\n    never_claims:");

        var facts = persona().identity().facts();

        assertThat(facts.likes()).containsEntry("en", List.of("rainy days")).containsEntry("zh-Hans", List.of("下雨天"));
        assertThat(facts.neverClaims()).containsExactly("to be human");
    }

    private Persona persona() {
        var reading = mo.read();
        return Objects.requireNonNull(
                reading.persona(), () -> reading.problems().toString());
    }

    private List<String> errors() {
        return mo.read().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(Problem::toString)
                .toList();
    }
}
