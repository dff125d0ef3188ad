package io.renhua.cli;

import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;

/** The server. */
@Command(description = "Serves chat pages, webhooks and the desk. PORT=8081 chooses another port.")
final class ServeCommand implements Callable<Integer> {
    private final IntSupplier serve;

    ServeCommand(IntSupplier serve) {
        this.serve = serve;
    }

    @Override
    public Integer call() {
        return serve.getAsInt();
    }
}
