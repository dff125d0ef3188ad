package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Handoff.Reopen;
import io.renhua.persona.Problem.Severity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where people answer, and who does once they have finished. */
class HandoffReaderTest {
    @TempDir
    private Path directory;

    @Test
    void peopleAnswerAtOurDeskAndThePersonaAfterThem() {
        var handoff = persona(PersonaFolder.copiedTo(directory)).handoff();

        assertThat(handoff.desk()).isEqualTo(Handoff.OURS);
        assertThat(handoff.reopen()).isEqualTo(Reopen.PERSONA);
    }

    @Test
    void readsThatTheyAnswerElsewhereAndComeBack() {
        var handoff = persona(with("  desk: wechat\n  reopen: person\n")).handoff();

        assertThat(handoff.desk()).isEqualTo("wechat");
        assertThat(handoff.reopen()).isEqualTo(Reopen.PERSON);
    }

    @Test
    void readsWhatIsToBeDoneBeforeSomethingIsResolved() {
        var folder = PersonaFolder.copiedTo(directory)
                .change(
                        "persona.yaml",
                        "  checklist:\n",
                        "  checklist:\n    any:\n      next: {zh-Hant: 說好下一步, zh-Hans: 说好下一步, en: Said what comes next}\n");

        var checklist = persona(folder).handoff().checklist();

        assertThat(checklist.keySet()).containsExactly("any", "order_status");
        assertThat(points(checklist, "any")).containsExactly(Map.entry("next", "說好下一步"));
        assertThat(points(checklist, "order_status")).containsExactly(Map.entry("number", "問到訂單號"));
    }

    @Test
    void aChecklistIsForALineThatIsThere() {
        var folder = PersonaFolder.copiedTo(directory)
                .change("persona.yaml", "    order_status:\n      number: {", "    order_statis:\n      number: {");

        assertThat(folder.read().problems())
                .extracting(Problem::why)
                .anyMatch(why -> why.contains("order_statis") && why.contains("order_status"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reopen: persn | persn cannot stand here: did you mean person?",
                "desk: wechatt | wechatt cannot stand here: did you mean wechat?",
            })
    void saysWhatElseWasMeant(String line, String why) {
        assertThat(with("  " + line + "\n").read().problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .extracting(Problem::why)
                .containsExactly(why);
    }

    @Test
    void howAPersonLeftIsAFactOfFiveValues() {
        var shop = "lines/shop.yaml";
        var folder = PersonaFolder.copiedTo(directory);
        folder.change(shop, "      - if: {result: shipped}", "      - if: {result: shipped, helped: resolvd}");
        assertThat(folder.read().problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .extracting(Problem::why)
                .singleElement()
                .asString()
                .contains("resolvd", "resolved");

        folder.change(shop, "helped: resolvd", "helped: resolved");
        var variant = Objects.requireNonNull(persona(folder).lines().get("order_status"))
                .says()
                .getFirst();
        assertThat(variant.when().holds(Map.of("result", Set.of("shipped"), "helped", Set.of("resolved"))))
                .isTrue();
        assertThat(variant.when().holds(Map.of("result", Set.of("shipped")))).isFalse();
    }

    private static Map<String, String> points(Map<String, Map<String, Words>> checklist, String topic) {
        return checklist.getOrDefault(topic, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, point -> point.getValue().in("zh-Hant")));
    }

    private PersonaFolder with(String lines) {
        return PersonaFolder.copiedTo(directory).change("persona.yaml", "handoff:\n", "handoff:\n" + lines);
    }

    private static Persona persona(PersonaFolder folder) {
        return Objects.requireNonNull(folder.read().persona());
    }
}
