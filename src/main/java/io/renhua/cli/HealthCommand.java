package io.renhua.cli;

import io.renhua.text.Wording;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running server on this machine whether it is well: what a container's health check calls. */
@Command(description = "Asks the server on this machine whether it is well. Exit code 1 when it is not.")
final class HealthCommand implements Callable<Integer> {
    private static final int PATIENCE = 2_000;

    @Option(names = "--port", defaultValue = "${PORT:-8080}", description = "Its port. Default: PORT, or 8080.")
    private int port = 8080;

    @Option(
            names = "--live",
            description = "Asks only whether the process is alive, not whether it can take messages now.")
    private boolean live;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        int status = status();
        new Paper(spec, language).line(Wording.of(status == 200 ? "It is well." : "It is not well."));
        return status == 200 ? 0 : 1;
    }

    private String path() {
        return live ? "/health/liveness" : "/health/readiness";
    }

    private int status() {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path()).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0; // nobody there: not well
        }
    }
}
