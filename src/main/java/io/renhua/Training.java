package io.renhua;

import io.micronaut.context.ApplicationContext;
import io.renhua.connector.Http;
import io.renhua.conversation.Inbox;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Walks through the house once, so that the JVM that writes an AOT cache has seen the classes a usual day needs. Run by
 * the image's build, with {@code -Drenhua.rehearse=true}.
 */
final class Training {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AN_ANSWER = Duration.ofSeconds(2);

    private Training() {}

    static void run(ApplicationContext context, int port, Cast cast) {
        var http = context.getBean(PlatformHttp.class).to(URI.create("http://127.0.0.1:" + port));
        for (var path : List.of("/", "/health", "/desk", "/desk/sign-in", "/webhooks/none")) {
            get(http, path);
        }
        cast.personas().keySet().forEach(persona -> get(http, "/c/" + persona));
        startAgain(context);
        talk(context, cast);
    }

    private static void get(Http http, String path) {
        var _ = http.send(new Http.Call("GET", path, Map.of("accept", "text/html"), new byte[0], PATIENCE));
    }

    /** A usual start finds what an earlier one learnt. */
    private static void startAgain(ApplicationContext context) {
        var _ = context.getBean(PersonaFolder.class).learnAll(new ArrayList<>());
    }

    /** One message to each persona, from the inbox to what is delivered. */
    private static void talk(ApplicationContext context, Cast cast) {
        var now = context.getBean(Clock.class).instant();
        for (var persona : cast.personas().keySet()) {
            var conversation = new ConversationId("web-" + persona, "training");
            var words = new Content.Text("hello 你好");
            context.getBean(Inbox.class)
                    .accept(List.of(new Inbound("training", conversation, Person.of("training"), words, now, null)));
        }
        try {
            Thread.sleep(AN_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
