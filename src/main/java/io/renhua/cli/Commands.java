package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.Persona;
import io.renhua.text.Refusal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be typed after {@code renhua}. */
@Command(
        name = "renhua",
        description = {
            "Branded personas on chat platforms: they understand, answer in character, and hand over to people.",
            "",
            "Without a command it serves: chat pages, webhooks and the desk, until you press Ctrl-C.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "A first persona, in five minutes:",
            "  renhua new mine --nickname Mo --brand 'Mo Books'",
            "  $EDITOR personas/mine/lines/first.yaml",
            "  renhua keys line form                 # what may stand where in these files",
            "  renhua lint mine                      # what is wrong, where, and what to write instead",
            "  renhua chat mine                      # talk with it here",
            "  renhua test-personas mine             # the chats under tests/ as they should go",
            "  renhua inbox mine                     # what it did not understand, once people have written",
            "  renhua                                # and in the browser: http://localhost:8080/c/mine"
        })
public final class Commands implements Callable<Integer> {
    private final IntSupplier serve;

    private Commands(IntSupplier serve) {
        this.serve = serve;
    }

    /**
     * Runs one command.
     *
     * @param serve serves until stopped and gives the exit code
     * @param learn teaches a persona its lines
     * @param reach what commands open when they need it
     * @return the exit code: 0 when all is well, 1 when something was found wrong, 2 for a command not understood
     */
    public static int run(IntSupplier serve, Function<Persona, LivePersona> learn, Reach reach, String... arguments) {
        var line = line(serve, learn, reach);
        HelpTexts.speak(Language.asked(arguments), line);
        return arguments.length == 0 ? serve.getAsInt() : line.execute(arguments);
    }

    static CommandLine line(IntSupplier serve, Function<Persona, LivePersona> learn, Reach reach) {
        var folder = Path.of(System.getProperty("renhua.personas", "personas"));
        var here = Path.of(System.getProperty("renhua.caller", ""));
        var clock = Clock.systemUTC();
        var line = new CommandLine(new Commands(serve))
                .addSubcommand("serve", new ServeCommand(serve))
                .addSubcommand("new", new NewCommand(folder))
                .addSubcommand("chat", new ChatCommand(folder, learn))
                .addSubcommand("menu", new MenuCommand(folder, reach.accounts(), clock))
                .addSubcommand("why", new WhyCommand(reach.explanations()))
                .addSubcommand("lint", new LintCommand(folder, learn, clock))
                .addSubcommand("keys", new KeysCommand(folder))
                .addSubcommand("test-personas", new TestPersonasCommand(folder, learn))
                .addSubcommand("diff", new DiffCommand(folder, reach.publications(), clock))
                .addSubcommand("replay", new ReplayCommand(folder, learn, reach.publications(), reach.past(), clock))
                .addSubcommand("publish", new PublishCommand(folder, learn, reach.publications(), clock))
                .addSubcommand("review", new ReviewCommand(folder, learn, reach.publications(), clock))
                .addSubcommand("rollback", new RollbackCommand(reach.publications(), clock))
                .addSubcommand("history", new HistoryCommand(reach.publications(), clock))
                .addSubcommand("evaluate", new EvaluateCommand(folder, here))
                .addSubcommand("inbox", new InboxCommand(folder, learn, reach.shelf(), new OpenNlpTrainer()))
                .addSubcommand("export", new ExportCommand(folder, here))
                .addSubcommand("import", new ImportCommand(folder, here))
                .addSubcommand("dead-letters", new DeadLettersCommand(reach.letters()))
                .addSubcommand("hooks", new HooksCommand(reach.hooks(), clock))
                .addSubcommand("token", new TokenCommand(reach.programs()))
                .addSubcommand("forget", new ForgetCommand(reach.forgetting()))
                .addSubcommand("backup", new BackupCommand(reach.backup(), here))
                .addSubcommand("migrate-store", new MigrateStoreCommand(reach.move()))
                .addSubcommand("health", new HealthCommand())
                .addSubcommand("help", new CommandLine.HelpCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(Commands::failed)
                .setParameterExceptionHandler(Mistyped::tell);
        CommandList.into(line);
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().mixinStandardHelpOptions(true));
        return line;
    }

    /** Renhua alone serves. */
    @Override
    public Integer call() {
        return serve.getAsInt();
    }

    private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof Refusal refused) {
            line.getErr().println(refused.why().in(Language.of(line.getCommandSpec())));
            return 1;
        }
        throw failure;
    }
}
