package io.renhua;

import io.micronaut.context.ApplicationContext;
import io.renhua.connector.Http;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Walks through the house once, so that the JVM that writes an AOT cache has seen the classes a usual day needs. Run by
 * the image's build, with {@code -Drenhua.rehearse=true}.
 */
final class Training {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Training() {}

    static void run(ApplicationContext context, int port, Cast cast) {
        var http = context.getBean(PlatformHttp.class).to(URI.create("http://127.0.0.1:" + port));
        for (var path : List.of("/", "/health", "/desk", "/desk/sign-in", "/webhooks/none")) {
            get(http, path);
        }
        cast.personas().keySet().forEach(persona -> get(http, "/c/" + persona));
        cast.personas().values().forEach(live -> live.classifier().classify("hello 你好"));
    }

    private static void get(Http http, String path) {
        var _ = http.send(new Http.Call("GET", path, Map.of("accept", "text/html"), new byte[0], PATIENCE));
    }
}
