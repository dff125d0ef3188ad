package io.renhua.cli;

import io.renhua.hook.HookStand;
import io.renhua.hook.Hooks;
import io.renhua.store.Json;
import io.renhua.text.Wording;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Those who are told what happens: how it goes, and telling them again. */
@Command(
        description = {
            "Lists those who are told what happens (renhua.hooks in config/application.yml): what waits for them, what was",
            "put aside and why. With a name, only that one.",
            ""
        },
        footer = {
            "",
            "  renhua hooks                                   # the list",
            "  renhua hooks helpdesk --send-test              # does it arrive?",
            "  renhua hooks helpdesk --replay evt_42_1        # one event again, with the same id",
            "  renhua hooks helpdesk --since 2026-11-27T09:00:00Z   # everything since then; or --since 6h",
            "  renhua hooks helpdesk --resume                 # goes on after it answered 410"
        })
final class HooksCommand implements Callable<Integer> {
    private final Supplier<Hooks> open;
    private final Clock clock;

    @Parameters(paramLabel = "HOOK", arity = "0..1", description = "Its name under renhua.hooks.")
    private @Nullable String hook;

    @ArgGroup
    private @Nullable Wish wish;

    @Option(names = "--json", description = "The list as JSON, one a line.")
    private boolean json;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    /** One thing at a time. */
    private static final class Wish {
        @Option(names = "--send-test", description = "Sends an event of the type hook.test.")
        private boolean test;

        @Option(names = "--replay", paramLabel = "EVENT", description = "Sends this event again.")
        private @Nullable String replay;

        @Option(
                names = "--since",
                paramLabel = "MOMENT",
                description = "Sends everything since then again: a moment in UTC, or how long ago, such as 6h.")
        private @Nullable String since;

        @Option(names = "--resume", description = "Goes on where it was stopped.")
        private boolean resume;
    }

    HooksCommand(Supplier<Hooks> open, Clock clock) {
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var since = since();
        try (var hooks = open.get()) {
            var out = new Paper(spec, language);
            return wish == null ? list(hooks, out) : does(hooks, out, wish, since);
        }
    }

    private int does(Hooks hooks, Paper out, Wish wanted, Optional<Instant> since) {
        var name = hook;
        if (name == null) {
            throw wrong(Wording.of("Name the hook: renhua hooks helpdesk --send-test"));
        }
        if (hooks.list().stream().noneMatch(stand -> stand.name().equals(name))) {
            out.plain(unknown(name));
            return 1;
        }
        if (wanted.test) {
            hooks.test(name);
            out.plain(Wording.of("A test is on its way to %s; renhua hooks %s tells whether it failed.", name, name));
            return 0;
        }
        if (since.isPresent()) {
            out.plain(
                    Wording.of("%s events are on their way to %s again.", hooks.replaySince(name, since.get()), name));
            return 0;
        }
        if (wanted.resume) {
            boolean resumed = hooks.resume(name);
            out.plain(Wording.of(resumed ? "%s goes on where it was stopped." : "%s had not been stopped.", name));
            return resumed ? 0 : 1;
        }
        var event = String.valueOf(wanted.replay);
        boolean found = hooks.replay(name, event);
        out.plain(
                found
                        ? Wording.of("%s is on its way again.", event)
                        : Wording.of("There is no %s among what %s is told.", event, name));
        return found ? 0 : 1;
    }

    private Optional<Instant> since() {
        var text = wish == null ? null : wish.since;
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.matches("[0-9]{1,4}[hm]")
                            ? clock.instant().minus(Duration.parse("PT" + text))
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            throw wrong(Wording.of(
                    "--since is a moment such as 2026-11-27T09:00:00Z, or how long ago, such as 6h or 90m, not %s",
                    text));
        }
    }

    private ParameterException wrong(Wording why) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), why.in(language.tag()));
    }

    private int list(Hooks hooks, Paper out) {
        var found = hooks.list().stream()
                .filter(stand -> hook == null || stand.name().equals(hook))
                .toList();
        if (json) {
            found.forEach(stand -> out.plain(Json.write(stand)));
        } else if (found.isEmpty()) {
            out.plain(
                    hook == null
                            ? Wording.of(
                                    "Nobody is told: renhua.hooks in config/application.yml names none. See src/docs/hooks.md.")
                            : unknown(hook));
        } else {
            found.forEach(stand -> entry(out, stand));
        }
        return found.isEmpty() && hook != null ? 1 : 0;
    }

    private static Wording unknown(String hook) {
        return Wording.of("There is no hook %s under renhua.hooks in config/application.yml.", hook);
    }

    private static void entry(Paper out, HookStand stand) {
        out.plain(stand.name() + "  " + out.told(state(stand)) + "  " + stand.host());
        out.plain("  "
                + out.told(
                        stand.nextTry() == null
                                ? Wording.of("%s on their way; %s put aside", stand.waiting(), stand.dead())
                                : Wording.of(
                                        "%s on their way, the next at %s; %s put aside",
                                        stand.waiting(), minute(stand.nextTry()), stand.dead())));
        if (stand.lastError() != null && stand.lastErrorAt() != null) {
            out.plain("  "
                    + out.told(Wording.of(
                            "last failed at %s: %s",
                            minute(stand.lastErrorAt()), Wording.recalled(stand.lastError()))));
        }
        stand.putAside()
                .forEach(each -> out.plain("  " + each.event() + "  " + each.type() + "  " + each.conversation()
                        + (each.why() == null ? "" : ": " + out.told(Wording.recalled(each.why())))));
    }

    private static Wording state(HookStand stand) {
        return switch (stand.state()) {
            case "stopped" -> Wording.of("stopped");
            case "failing" -> Wording.of("failing");
            default -> Wording.of("gets through");
        };
    }

    private static String minute(Instant moment) {
        return moment.toString().substring(0, 16).replace('T', ' ');
    }
}
