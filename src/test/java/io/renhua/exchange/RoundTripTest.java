package io.renhua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Variant;
import io.renhua.text.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out and comes in again asks and says the same. */
class RoundTripTest {
    @TempDir
    private Path here;

    private Exchange exchange;

    @BeforeEach
    void aFolderForPersonas() {
        exchange = new Exchange(here);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pao", "orvanne"})
    void byATableOfQuestionsAndAnswers(String id) {
        var persona = persona(id);
        exports(id).questions(here.resolve("out.csv"));

        exchange.welcome(here.resolve("out.csv"));

        var guest = exchange.guest();
        assertThat(guest.locales().offered())
                .containsExactlyInAnyOrderElementsOf(persona.locales().offered());
        for (var locale : persona.locales().offered()) {
            assertThat(said(guest, locale)).containsAllEntriesOf(said(persona, locale));
            assertThat(asked(guest, locale)).containsAllEntriesOf(asked(persona, locale));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "en"})
    void byACharacterCard(String locale) {
        var persona = persona("pao");
        exports("pao").card(locale, here.resolve("out.json"));

        exchange.welcome(here.resolve("out.json"));

        var guest = exchange.guest();
        assertThat(said(guest, locale)).containsAllEntriesOf(said(persona, locale));
        assertThat(asked(guest, locale)).containsAllEntriesOf(asked(persona, locale));
        assertThat(guest.identity().nickname().in(locale))
                .isEqualTo(persona.identity().nickname().in(locale));
        assertThat(guest.welcome().follow().text().in(locale))
                .isEqualTo(persona.welcome().follow().text().in(locale));
        assertThat(guest.identity().avatar()).isEqualTo("img/avatar.png");
    }

    @Test
    void byACharacterCardThatCameFromElsewhere() throws Exception {
        exchange.welcome(Exchange.FIXTURES.resolve("lumi.json"));

        new Exports(exchange.guest(), exchange.personas.resolve("guest")).card("en", here.resolve("out.json"));

        var before = CardJson.data(Files.readAllBytes(Exchange.FIXTURES.resolve("lumi.json")));
        var after = CardJson.data(Files.readAllBytes(here.resolve("out.json")));
        for (var field : List.of(
                "description",
                "personality",
                "system_prompt",
                "mes_example",
                "tags",
                "extensions",
                "creator",
                "character_version",
                "creator_notes_multilingual",
                "nickname")) {
            assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
        }
        assertThat(after.path("character_book").path("entries").findValuesAsText("content"))
                .contains("There is none.", "Storms.");
        assertThat(after.path("assets").findValuesAsText("uri")).contains("https://lumi.example/sea.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "en"})
    void byRasa(String locale) {
        var persona = persona("pao");
        exports("pao").rasa(locale, here.resolve("rasa"));

        exchange.welcome(here.resolve("rasa"));

        var guest = exchange.guest();
        var asked = new TreeMap<String, Set<String>>();
        persona.lines()
                .forEach((id, line) -> asked.put(id, Set.copyOf(line.asks().getOrDefault(locale, List.of()))));
        assertThat(guest.lines().keySet()).containsAll(asked.keySet());
        guest.lines()
                .forEach((id, line) -> assertThat(line.asks().getOrDefault(locale, List.of()))
                        .as(id)
                        .containsAll(asked.getOrDefault(id, Set.of())));
        spoken(persona, locale)
                .forEach((id, says) ->
                        assertThat(texts(line(guest, id), guest, locale)).as(id).containsAll(says));
        assertThat(guest.entities().keySet()).containsAll(persona.entities().keySet());
        assertThat(line(guest, "flavour").says())
                .anyMatch(variant -> variant.when().holds(Map.of("entity.flavour", Set.of("osmanthus"))));
    }

    @Test
    void tellsWhatStaysAtHome() {
        assertThat(exports("pao").questions(here.resolve("out.csv")))
                .extracting(Wording::toString)
                .anyMatch(remark -> remark.startsWith("Does not fit, and stays at home: variants with conditions"))
                .anyMatch(remark -> remark.matches("Does not fit, and stays at home: forms, of .*order_status.*"))
                .anyMatch(
                        remark -> remark.startsWith("Stays at home, for it has no place there: scans and menu, tone"));
    }

    @Test
    void isNotWrittenOverWhatIsThere() {
        var taken = exchange.file("taken", "mine");

        assertThat(Exchange.refusal(() -> exports("pao").questions(taken))).contains("taken already");
        assertThat(Exchange.refusal(() -> exports("pao").rasa("en", taken))).contains("taken already");
        assertThat(Exchange.refusal(() -> exports("pao").card("fr", here.resolve("new"))))
                .contains("pao does not speak fr. Write instead: one of zh-Hant, zh-Hans, en");
        assertThat(taken).hasContent("mine");
    }

    private static Exports exports(String id) {
        return new Exports(persona(id), Path.of("personas", id));
    }

    private static Persona persona(String id) {
        return Objects.requireNonNull(
                new PersonaReader().read(Path.of("personas", id)).persona());
    }

    private static Line line(Persona persona, String id) {
        return Objects.requireNonNull(persona.lines().get(id));
    }

    /** What each line says whenever it is asked, as Rasa says it: with the names of values, and no defaults. */
    private static Map<String, Set<String>> spoken(Persona persona, String locale) {
        var spoken = new TreeMap<String, Set<String>>();
        new Leaving(persona).lines().forEach(line -> {
            var usual = line.says().stream().filter(Leaving::isUsual).toList();
            spoken.put(line.id(), texts(usual, persona, locale));
        });
        return spoken;
    }

    private static Set<String> texts(Line line, Persona persona, String locale) {
        return texts(line.says(), persona, locale);
    }

    private static Set<String> texts(List<Variant> variants, Persona persona, String locale) {
        var slots = new TreeMap<String, String>();
        persona.entities().keySet().forEach(entity -> slots.put(entity, "{" + entity + "}"));
        var words = new OwnText(persona, locale);
        var texts = new TreeSet<String>();
        variants.forEach(variant -> texts.add(words.said(variant.text().in(locale), slots)));
        return texts;
    }

    private static Map<String, Set<String>> asked(Persona persona, String locale) {
        var words = new OwnText(persona, locale);
        var asked = new TreeMap<String, Set<String>>();
        persona.lines().forEach((id, line) -> {
            var all = new TreeSet<String>();
            line.asks().getOrDefault(locale, List.of()).forEach(ask -> all.add(words.asked(ask, words::sample)));
            asked.put(id, all);
        });
        return asked;
    }

    /** What each line says whenever it is asked. */
    private static Map<String, Set<String>> said(Persona persona, String locale) {
        Predicate<Variant> never = variant -> false;
        var words = new OwnText(persona, locale);
        var said = new TreeMap<String, Set<String>>();
        new Leaving(persona).lines().forEach(line -> {
            var all = new TreeSet<String>();
            new Leaving(persona)
                    .variants(line, never)
                    .forEach(variant -> all.add(words.said(variant.text().in(locale))));
            said.put(line.id(), all);
        });
        return said;
    }
}
