package io.renhua;

import io.renhua.cli.Commands;

/** Renhua's entry point. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(Serving::serve, PersonaFolder::learn, arguments));
    }
}
