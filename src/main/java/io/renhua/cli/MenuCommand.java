package io.renhua.cli;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Menu;
import io.renhua.connector.MenuPlan;
import io.renhua.dialogue.MenuChoices;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The menu of a persona's channels: what each will show, and setting it. */
@Command(
        description = {
            "Shows what entry.menu becomes on each channel of a persona; with --send it is set there, in the place of",
            "what was there. The chat page needs no sending: it shows the menu of what speaks.",
            ""
        })
final class MenuCommand implements Callable<Integer> {
    private final Scripts scripts;
    private final Function<String, Accounts> accounts;
    private final Clock clock;

    @Parameters(paramLabel = "PERSONA", description = "The persona's folder under personas/.")
    private String id = "";

    @Option(names = "--send", description = "Sets the menu on every channel that takes one.")
    private boolean send;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    MenuCommand(Path folder, Function<String, Accounts> accounts, Clock clock) {
        this.scripts = new Scripts(folder);
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var menu = menu(scripts.persona(id));
        if (menu.in(menu.standard()).isEmpty()) {
            out.plain(Wording.of(
                    "There is nothing for a menu in the script of %s. Write instead: entry: menu: [a line, …]", id));
            return 1;
        }
        var theirs = accounts.apply(id);
        boolean well = true;
        for (var account : theirs.open()) {
            well &= show(out, account, menu);
        }
        theirs.closed().forEach(out::plain);
        if (theirs.open().isEmpty()) {
            out.plain(Wording.of("No channel of %s is open; its chat page shows the menu as it is.", id));
        }
        return well ? 0 : 1;
    }

    private Menu menu(Persona persona) {
        var now = clock.instant();
        return new Menu(
                persona.locales().standard(),
                persona.locales().offered().stream()
                        .collect(Collectors.toMap(
                                locale -> locale,
                                locale -> MenuChoices.of(persona, locale, now),
                                (one, other) -> one)));
    }

    /** False when it was to be set and was not. */
    private boolean show(Paper out, Connector account, Menu menu) {
        var channel = account.channel();
        out.plain(channel.name() + " (" + channel.platform() + ")");
        return switch (account.menu(menu)) {
            case MenuPlan.None(var why) -> {
                out.plain("    " + out.told(Wording.recalled(why)));
                yield true;
            }
            case MenuPlan.Shown(var shows, var leftOut, var set) -> {
                shows.forEach(line -> out.plain("    " + line));
                leftOut.forEach(
                        line -> out.plain("    " + out.told(Wording.of("left out: %s", Wording.recalled(line)))));
                yield !send || told(out, set.get());
            }
        };
    }

    private static boolean told(Paper out, Delivery outcome) {
        var words = switch (outcome) {
            case Delivery.Sent(var id) -> Wording.of("set.");
            case Delivery.Refused(var why) -> Wording.of("not set: %s", Wording.recalled(why));
            case Delivery.Gone(var why) -> Wording.of("not set: %s", Wording.recalled(why));
            case Delivery.Throttled(var after, var why) -> Wording.of("not set, try again: %s", Wording.recalled(why));
            case Delivery.Postponed(var after, var why) -> Wording.of("not set, try again: %s", Wording.recalled(why));
            case Delivery.InDoubt(var why) -> Wording.of("perhaps set, send it again: %s", Wording.recalled(why));
        };
        out.plain("    " + out.told(words));
        return outcome instanceof Delivery.Sent;
    }
}
