package io.renhua;

import io.renhua.cli.Commands;
import java.nio.file.Path;

/** Renhua's entry point. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        var trainer = PersonaFolder.trainer(Path.of(System.getProperty("renhua.data", "data")));
        System.exit(Commands.run(Serving::serve, persona -> PersonaFolder.learn(persona, trainer), arguments));
    }
}
