package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Menu;
import io.renhua.connector.MenuPlan;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Choice;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.persona.PersonaFolder;
import io.renhua.text.Wording;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MenuCommandTest {
    private final List<Menu> set = new ArrayList<>();
    private Delivery outcome = new Delivery.Sent("");
    private int code;

    private final Path personas;
    private final PersonaFolder mo;

    MenuCommandTest(@TempDir Path personas) {
        this.personas = personas;
        this.mo = PersonaFolder.copiedTo(personas);
    }

    @Test
    void showsWhatEachChannelGetsAndSetsNothing() {
        assertThat(run("mo")).isEqualTo("""
                mo-telegram (telegram)
                    查訂單
                    找真人
                    left out: something
                mo-line (line)
                    it is a picture
                mo-wechat stays closed
                """);
        assertThat(code).isZero();
        assertThat(set).isEmpty();
    }

    @Test
    void setsItWhenAskedTo() {
        assertThat(run("mo", "--send")).contains("    set.\n");

        assertThat(code).isZero();
        assertThat(set)
                .singleElement()
                .satisfies(menu -> assertThat(menu.in("en"))
                        .containsExactly(
                                new Choice("order_status", "Check my order"),
                                new Choice("handoff.explicit", "Get a person")));
    }

    @Test
    void saysWhyItIsNotSet() {
        outcome = new Delivery.Refused("the token is not valid");

        assertThat(run("mo", "--send")).contains("not set: the token is not valid");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void saysWhatToWriteWhereThereIsNoMenu() {
        mo.change("persona.yaml", "  menu: [order_status, handoff.explicit]\n", "");

        assertThat(run("mo", "--send"))
                .isEqualTo(
                        "There is nothing for a menu in the script of mo. Write instead: entry: menu: [a line, …]\n");
        assertThat(code).isEqualTo(1);
    }

    private String run(String... arguments) {
        Connector telegram = new Account(
                "telegram",
                menu -> new MenuPlan.Shown(
                        menu.in(menu.standard()).stream().map(Choice::label).toList(), List.of("something"), () -> {
                            set.add(menu);
                            return outcome;
                        }));
        Connector line = new Account("line", menu -> new MenuPlan.None("it is a picture"));
        var out = new StringWriter();
        var command = new MenuCommand(
                personas,
                persona -> new Accounts(List.of(telegram, line), List.of(Wording.of("mo-wechat stays closed"))),
                Clock.systemUTC());
        code = new CommandLine(command).setOut(new PrintWriter(out)).execute(arguments);
        return out.toString();
    }

    /** An account of which only the menu is asked. */
    private record Account(String platform, Function<Menu, MenuPlan> plan) implements Connector {
        @Override
        public Channel channel() {
            return new Channel("mo-" + platform, platform);
        }

        @Override
        public Limits limits() {
            return Limits.NONE;
        }

        @Override
        public Webhook receive(WebhookRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Delivery deliver(Outbound message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MenuPlan menu(Menu menu) {
            return plan.apply(menu);
        }
    }
}
