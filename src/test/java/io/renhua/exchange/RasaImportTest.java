package io.renhua.exchange;

import static io.renhua.exchange.Exchange.FIXTURES;
import static io.renhua.exchange.Exchange.asks;
import static io.renhua.exchange.Exchange.line;
import static io.renhua.exchange.Exchange.refusal;
import static io.renhua.exchange.Exchange.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.EntityKind;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RasaImportTest {
    private static final Path RASA = FIXTURES.resolve("rasa");

    @TempDir
    private Path here;

    private Exchange exchange;

    @BeforeEach
    void aFolderForPersonas() {
        exchange = new Exchange(here);
    }

    @Test
    void anIntentAndItsResponseAreALine() {
        exchange.welcome(RASA);

        var persona = exchange.guest();
        assertThat(asks(persona, "greet", "en")).containsExactly("hey", "hello");
        assertThat(said(persona, "greet", "en")).containsExactly("Hello there!", "Hi! Which tea would you like?");
        assertThat(said(persona, "bye", "en")).containsExactly("See you.");
        assertThat(said(persona, "faq_ask_hours", "en")).containsExactly("Ten to eight.");
        assertThat(said(persona, "ask_delivery", "en")).containsExactly("Order {order_no|…} leaves tomorrow, ｛name｝.");
        assertThat(said(persona, "order_flavour", "en")).containsExactly("Jasmine it is.", "Good choice. $｛7*7｝");
        assertThat(persona.lines()).doesNotContainKeys("small_talk.greeting", "secret");
    }

    @Test
    void valuesSynonymsTablesAndPatternsAreEntities() {
        exchange.welcome(RASA);

        var persona = exchange.guest();
        assertThat(asks(persona, "ask_delivery", "en"))
                .containsExactly("where is {order_no}", "has {order_no} left yet", "where is my parcel ｛link.shop｝");
        assertThat(persona.entities().get("order_no")).isEqualTo(new EntityKind.Pattern("SP[0-9]{6}", "SP123456"));
        var flavour =
                (EntityKind.Values) Objects.requireNonNull(persona.entities().get("flavour"));
        assertThat(flavour.values().get("jasmine")).containsExactly("jasmine", "flowery one");
        assertThat(flavour.values().get("osmanthus")).containsExactly("osmanthus", "osmanthus tea", "gui hua");
        assertThat(flavour.values()).containsKey("roselle");
    }

    @Test
    void conditionsChannelsPicturesAndButtonsComeAlongWhereTheyFit() {
        exchange.welcome(RASA);

        var persona = exchange.guest();
        var greet = line(persona, "greet").says().get(1);
        assertThat(greet.platforms()).isEqualTo(Set.of("telegram"));
        assertThat(greet.quick()).containsExactly("ask_delivery");
        assertThat(Objects.requireNonNull(persona.labels().get("ask_delivery")).in("en"))
                .isEqualTo("Where is it?");
        var jasmine = line(persona, "order_flavour").says().getFirst();
        assertThat(jasmine.when().holds(Map.of("entity.flavour", Set.of("jasmine"))))
                .isTrue();
        assertThat(jasmine.when().holds(Map.of())).isFalse();
        assertThat(Objects.requireNonNull(jasmine.media()).path()).isEqualTo("https://tea.example/jasmine.png");
    }

    @Test
    void whatHasNoHomeIsTold() {
        var arrived = exchange.welcome(RASA);

        assertThat(arrived.remarks())
                .extracting(Wording::toString)
                .contains(
                        "Not taken: the intent secret, which no response follows; it has 1 examples.",
                        "Not taken: utter_nobody_asks, which follows no intent.",
                        "Not taken: slots, for which a script has no home.",
                        "Not taken: the entity colour, of which there is no example.",
                        "Not taken: action_check in 'tell where it is', for an action is code.",
                        "Not taken: the button 'Odd one' of utter_greet, which leads to no line.",
                        "Not taken: a variant of utter_order_flavour on condition of the slot member, which is the value"
                                + " of no entity.",
                        "Not taken: a variant of utter_order_flavour for the channel pigeon.",
                        "Shown as text: {name} in utter_delivery, which is no entity.",
                        "Write what the picture shows: alt, in the line that says utter_order_flavour.");
    }

    @Test
    void comesInTheTwoFilesAsWell() {
        exchange.welcome(RASA.resolve("data/nlu.yml"), RASA.resolve("domain.yml"));

        assertThat(exchange.guest().lines())
                .containsKeys("greet", "order_flavour")
                .doesNotContainKey("bye");
    }

    @Test
    void readsForeignYamlUnderTheBoundsOfAScript() {
        var bomb = "nlu:\n  - &a [x, x]\n  - [*a, *a]\n";
        var deep = "nlu: " + "[".repeat(40) + "]".repeat(40);
        var code = "responses:\n  utter_a: !!javax.script.ScriptEngineManager [x]\n";

        assertThat(refusal(() -> exchange.welcome(exchange.file("a.yml", bomb))))
                .contains("anchors (&) and aliases (*)");
        assertThat(refusal(() -> exchange.welcome(exchange.file("b.yml", deep))))
                .contains("more than 12 levels deep");
        assertThat(refusal(() -> exchange.welcome(exchange.file("c.yml", code))))
                .contains("tags (!) are not read");
        assertThat(refusal(() ->
                        exchange.welcome(exchange.file("d.yml", "nlu:\n  - intent: a\n    examples: |\n      - x\n"))))
                .contains("no intent in it has a response");
        assertThat(exchange.personas).isEmptyDirectory();
    }
}
