package io.renhua.cli;

import io.renhua.hook.HookStand;
import io.renhua.hook.Hooks;
import io.renhua.store.Json;
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
            var out = new Paper(spec);
            return wish == null ? list(hooks, out) : does(hooks, out, wish, since);
        }
    }

    private int does(Hooks hooks, Paper out, Wish wanted, Optional<Instant> since) {
        var name = hook;
        if (name == null) {
            throw wrong("Name the hook: renhua hooks helpdesk --send-test");
        }
        if (hooks.list().stream().noneMatch(stand -> stand.name().equals(name))) {
            out.plain("There is no hook " + name + " under renhua.hooks in config/application.yml.");
            return 1;
        }
        if (wanted.test) {
            hooks.test(name);
            out.plain("A test is on its way to " + name + "; renhua hooks " + name + " tells whether it failed.");
            return 0;
        }
        if (since.isPresent()) {
            out.plain(hooks.replaySince(name, since.get()) + " events are on their way to " + name + " again.");
            return 0;
        }
        if (wanted.resume) {
            boolean resumed = hooks.resume(name);
            out.plain(name + (resumed ? " goes on where it was stopped." : " had not been stopped."));
            return resumed ? 0 : 1;
        }
        var event = String.valueOf(wanted.replay);
        boolean found = hooks.replay(name, event);
        out.plain(
                found ? event + " is on its way again." : "There is no " + event + " among what " + name + " is told.");
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
            throw wrong("--since is a moment such as 2026-11-27T09:00:00Z, or how long ago, such as 6h or 90m, not "
                    + text);
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), why);
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
                            ? "Nobody is told: renhua.hooks in config/application.yml names none. See src/docs/hooks.md."
                            : "There is no hook " + hook + " under renhua.hooks in config/application.yml.");
        } else {
            found.forEach(stand -> entry(out, stand));
        }
        return found.isEmpty() && hook != null ? 1 : 0;
    }

    private static void entry(Paper out, HookStand stand) {
        out.plain(stand.name() + "  " + stand.state() + "  " + stand.host());
        out.plain("  " + stand.waiting() + " on their way"
                + (stand.nextTry() == null ? "" : ", the next at " + minute(stand.nextTry())) + "; " + stand.dead()
                + " put aside");
        if (stand.lastError() != null && stand.lastErrorAt() != null) {
            out.plain("  last failed at " + minute(stand.lastErrorAt()) + ": " + stand.lastError());
        }
        stand.putAside()
                .forEach(each -> out.plain("  " + each.event() + "  " + each.type() + "  " + each.conversation()
                        + (each.why() == null ? "" : ": " + each.why())));
    }

    private static String minute(Instant moment) {
        return moment.toString().substring(0, 16).replace('T', ' ');
    }
}
