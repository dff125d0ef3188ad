package io.renhua;

import io.renhua.cli.Commands;
import io.renhua.cli.Reach;
import java.nio.file.Files;
import java.nio.file.Path;

/** Renhua's entry point. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        configureLogging();
        var trainer = PersonaFolder.trainer(Path.of(System.getProperty("renhua.data", "data")));
        System.exit(Commands.run(
                Serving::serve,
                persona -> PersonaFolder.learn(persona, trainer),
                new Reach(
                        LocalShelf::open,
                        LocalDeadLetters::open,
                        LocalPublications::open,
                        LocalPastChats::open,
                        LocalExplanations::open,
                        LocalHooks::open,
                        LocalPrograms::open,
                        LocalForgetting::open,
                        LocalAccounts::of,
                        Backup::take,
                        Local::move),
                arguments));
    }

    /** Before any class with a logger is loaded, or every library says everything. */
    private static void configureLogging() {
        if (System.getProperty("logback.configurationFile") == null && Files.exists(Path.of("config/logback.xml"))) {
            System.setProperty("logback.configurationFile", "config/logback.xml");
        }
    }
}
