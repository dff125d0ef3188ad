package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionReaderTest {
    private static final String TOP = "persona.yaml";

    private PersonaFolder mo;

    @BeforeEach
    void copy(@TempDir Path directory) {
        mo = PersonaFolder.copiedTo(directory).withAction();
    }

    @Test
    void readsWhatBothSidesAgreedOn() {
        assertThat(errors()).isEmpty();

        var persona = Objects.requireNonNull(mo.read().persona());
        var action = Objects.requireNonNull(persona.actions().get("find_order"));
        assertThat(persona.forms().get("order_lookup")).extracting(Form::action).isEqualTo("find_order");
        assertThat(action.gives()).isNull();
        assertThat(action.returns()).isEqualTo(Map.of("shipped", Map.of("eta", Action.Kind.DATE), "none", Map.of()));
        assertThat(action.patience()).isEqualTo(Duration.ofSeconds(8));
        assertThat(Objects.requireNonNull(action.meanwhile()).in("en")).isEqualTo("Let me look.");
        assertThat(action.failed().says())
                .singleElement()
                .satisfies(says -> assertThat(says.text().in("zh-Hans")).isEqualTo("系统不理我。"));
    }

    @Test
    void remembersOfThePersonWhatTheScriptNames() {
        remembers("orders: number", "orders");

        var action = Objects.requireNonNull(
                Objects.requireNonNull(mo.read().persona()).actions().get("find_order"));

        assertThat(action.remembered(Map.of("eta", "2026-11-27", "orders", "12")))
                .isEqualTo(Map.of("orders", "12"));
    }

    @Test
    void remembersNothingThatIsNotOfThePerson() {
        remembers("locale: text", "locale");

        assertThat(errors())
                .anySatisfy(error -> assertThat(error)
                        .endsWith("locale is known without a program, and is not of the person. Write instead:"
                                + " another name"));
    }

    private void remembers(String value, String name) {
        mo.change(TOP, "shipped: {eta: date}", "shipped: {eta: date, " + value + "}")
                .change(TOP, "    meanwhile: 我查一下。\n", "    meanwhile: 我查一下。\n    remembers: [" + name + "]\n")
                .change("tests/orders.yaml", "eta: 2026-11-27", "eta: 2026-11-27, " + name + ": 12");
    }

    @Test
    void saysWhatIsWrongWithWhatWouldBeGiven() {
        mo.change(TOP, "    meanwhile: 我查一下。", "    gives: {order_no: number}\n    meanwhile: 我查一下。");

        var action = Objects.requireNonNull(
                Objects.requireNonNull(mo.read().persona()).actions().get("find_order"));

        assertThat(action.numbers()).containsExactly("order_no");
        assertThat(action.unfit(Map.of("order_no", "12"))).isEmpty();
        assertThat(action.unfit(Map.of())).isEmpty();
        assertThat(action.unfit(Map.of("order_no", "MO1234")))
                .contains("order_no is no number such as 3 or -1.5, so it was not asked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "    does: action.find_order|    does: action.find_orders|there is no action find_orders: did you mean find_order? Write instead: find_order",
                "    does: action.find_order|    does: find_order|a form can look something up, do something or hand off. Write instead: look_up.<table>, action.<name> or handoff.<reason>",
                "shipped: {eta: date}|shipped: {eta: day}|day cannot stand here. Write instead: one of date, link, number, text",
                "shipped: {eta: date}|shipped: {ETA: date}|a value's name is lower-case letters, digits and _. Write instead: such as eta",
                "none: {}|failed: {}|failed is what an action comes to when nothing came of it. Write instead: another word",
                "    meanwhile: 我查一下。|    patience: 2m|2m is no time that somebody waits. Write instead: seconds and s, such as 8s, at most 60s",
                "    meanwhile: 我查一下。|    patience: 90s|90s is no time that somebody waits. Write instead: seconds and s, such as 8s, at most 60s",
                "    meanwhile: 我查一下。|    gives: [order]|there is no slot or remembered fact order: did you mean order_no? Write instead: order_no",
                "    meanwhile: 我查一下。|    url: https://a.example|nobody knows the key url here. Write instead: one of failed, gives, meanwhile, patience, remembers, returns",
                "    meanwhile: 我查一下。|    remembers: [eat]|there is no value of returns eat: did you mean eta? Write instead: eta",
            })
    void saysWhatIsWrongAndWhatToWrite(String from, String to, String error) {
        mo.change(TOP, from, to);
        if (!to.contains("meanwhile") && from.contains("meanwhile")) {
            mo.change("locales/en/persona.yaml", "    meanwhile: Let me look.\n", "");
        }

        assertThat(errors()).anySatisfy(each -> assertThat(each).endsWith(error));
    }

    @Test
    void anActionThatComesToNothingOrHasNoWordsForItsFailureIsNone() {
        mo.change(TOP, "    returns:\n      shipped: {eta: date}\n      none: {}\n", "");
        mo.change(TOP, "    failed:\n      says: 系統不理我。\n", "");
        mo.change("locales/en/persona.yaml", "    failed:\n      says: The system is not answering.\n", "");
        mo.delete("tests/orders.yaml");

        assertThat(errors())
                .anySatisfy(each -> assertThat(each).contains("action find_order does not say what it can come to"))
                .anySatisfy(each -> assertThat(each).contains("action find_order has no words for when it fails"));
    }

    @Test
    void aMockComesToWhatTheActionCan() {
        mo.change("tests/orders.yaml", "{result: shipped, eta: 2026-11-27}", "{result: shiped}");
        assertThat(errors())
                .containsExactly("mo/tests/orders.yaml:8: this action cannot come to shiped: did you mean shipped?"
                        + " Write instead: result: and one of failed, shipped, none");

        mo.change("tests/orders.yaml", "{result: shiped}", "{result: shipped}");
        assertThat(errors())
                .containsExactly("mo/tests/orders.yaml:8: shipped comes with eta. Write instead: eta: and a value");
    }

    @Test
    void aConditionOnAResultThatNothingComesToIsFound() {
        mo.change("lines/shop.yaml", "{result: shipped}", "{result: sent}");

        assertThat(errors()).singleElement().asString().contains("there is no result sent");
    }

    private List<String> errors() {
        return mo.read().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(Problem::toString)
                .toList();
    }
}
