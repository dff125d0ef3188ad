package io.renhua.cli;

import io.renhua.access.Pass;
import io.renhua.access.Programs;
import io.renhua.access.Wish;
import io.renhua.store.Json;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets programs in at the desk, and turns them away. */
@Command(
        description = {
            "Lists the tokens that let programs in at /api/v1; makes one for a program, or revokes one. The same as an owner does",
            "at /desk/tokens. A token is told once: only its hash is kept.",
            ""
        },
        footer = {
            "",
            "  renhua token                                      # the list",
            "  renhua token helpdesk --create --may read,answer  # the token alone, for a file or a variable",
            "  renhua token --revoke 5f0c2a9b81d3e764            # at once"
        })
final class TokenCommand implements Callable<Integer> {
    private static final int NOT_UNDERSTOOD = 2;
    private static final Pattern WHOLE = Pattern.compile("renhua_([^_]+)_.*");

    private final Supplier<Programs> open;

    @Parameters(paramLabel = "PROGRAM", arity = "0..1", description = "As whom it is at the desk.")
    private String program = "";

    @Option(names = "--create", description = "Makes a token.")
    private boolean create;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What consumers and colleagues read. Default: the program.")
    private @Nullable String name;

    @Option(
            names = "--may",
            split = ",",
            paramLabel = "SCOPE",
            description = "What it is good for: read, answer, manage. None includes another.")
    private List<String> may = List.of();

    @Option(names = "--revoke", paramLabel = "ID", description = "Lets this token in no more.")
    private @Nullable String revoked;

    @Option(names = "--who", paramLabel = "NAME", description = "Who does it; default: your name on this machine.")
    private String who = System.getProperty("user.name", "the command line");

    @Option(names = "--json", description = "The list as JSON, one a line.")
    private boolean json;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    TokenCommand(Supplier<Programs> open) {
        this.open = open;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var wrong = wrong();
        if (wrong.isPresent()) {
            out.aside(wrong.get());
            return NOT_UNDERSTOOD;
        }
        try (var programs = open.get()) {
            if (revoked != null) {
                return revoke(programs, revoked, out);
            }
            return create ? create(programs, out) : list(programs, out);
        }
    }

    private Optional<Wording> wrong() {
        if (create && revoked != null) {
            return Optional.of(Wording.of("Either --create or --revoke: one thing at a time."));
        }
        if (!create) {
            return Optional.empty();
        }
        if (!Wish.isProgram(program)) {
            return Optional.of(Wording.of(
                    "Name the program, 2 to 40 small letters, digits and hyphens: renhua token helpdesk --create"));
        }
        if (!Wish.isName(name())) {
            return Optional.of(Wording.of("--name is 1 to 40 characters."));
        }
        return Wish.isGoodFor(may)
                ? Optional.empty()
                : Optional.of(Wording.of("Say what it is good for: --may %s", String.join(",", Wish.GOOD_FOR)));
    }

    private String name() {
        return Objects.requireNonNullElse(name, program).strip();
    }

    private int create(Programs programs, Paper out) {
        var token = programs.letIn(new Wish(program, name(), may, who));
        out.plain(Wording.of("%s", token));
        out.aside(Wording.of("Keep it now: nobody can be told it again."));
        return 0;
    }

    /** @param named its id, or the whole of it, whose secret is not said again */
    private int revoke(Programs programs, String named, Paper out) {
        var id = WHOLE.matcher(named).replaceFirst("$1");
        boolean gone = programs.turnAway(id);
        out.plain(
                gone
                        ? Wording.of("%s is let in no more.", id)
                        : Wording.of("There is no such token; the list of them: renhua token"));
        return gone ? 0 : 1;
    }

    private int list(Programs programs, Paper out) {
        var passes = programs.passes().stream()
                .filter(pass -> program.isEmpty() || pass.program().equals("api:" + program))
                .toList();
        if (json) {
            passes.forEach(pass -> out.plain(Wording.of("%s", Json.write(pass))));
        } else if (passes.isEmpty()) {
            out.plain(Wording.of("No program is let in. The first: renhua token helpdesk --create --may read,answer"));
        } else {
            passes.forEach(pass -> entry(out, pass));
        }
        return 0;
    }

    private static void entry(Paper out, Pass pass) {
        out.plain(Wording.of("%s  %s  %s  %s", pass.id(), pass.program(), String.join(",", pass.may()), pass.name()));
        var used = pass.used() == null
                ? Wording.of("never shown")
                : Wording.of("last shown %s", HistoryCommand.minute(pass.used()));
        out.plain("    "
                + out.told(Wording.of("made %s by %s; %s", HistoryCommand.minute(pass.created()), pass.by(), used)));
    }
}
