package io.renhua;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.renhua.conversation.Outbox;
import io.renhua.conversation.Personas;
import io.renhua.conversation.Turns;
import io.renhua.server.StaffInvitations;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Opens the house: checks everything, opens the door, says where to go, and stays until it is told to stop. */
final class Serving {
    private static final int BROKEN_CONFIGURATION = 78; // sysexits.h EX_CONFIG
    private static final int PORT_TAKEN = 69; // sysexits.h EX_UNAVAILABLE

    private Serving() {}

    /** Serves until stopped. The exit code is 0 then, and another where it could not begin. */
    static int serve() {
        try {
            var context = ApplicationContext.builder()
                    .overrideConfigLocations("file:config/")
                    .deduceEnvironment(false)
                    .banner(false)
                    .start();
            return open(context);
        } catch (RuntimeException e) {
            return cannotStart(e);
        }
    }

    private static int open(ApplicationContext context) {
        try {
            var cast = context.getBean(Cast.class);
            var turns = context.getBean(Turns.class);
            var outbox = context.getBean(Outbox.class);
            var configuration = context.getBean(Configuration.class);
            var folder = new PersonaFolder(configuration.personas(), configuration.data());
            var watch = new PersonaWatch(folder, context.getBean(Personas.class));
            var server = context.getBean(EmbeddedServer.class).start();
            outbox.start();
            turns.start();
            watch.start();
            greet(context, server, cast);
            if (Boolean.getBoolean("renhua.rehearse")) {
                Training.run(context, server.getPort(), cast);
                context.close();
            } else {
                System.gc(); // what starting and learning took is not needed again
                stayUntilStopped(context, watch);
            }
            return 0;
        } catch (RuntimeException e) {
            context.close();
            return cannotStart(e);
        }
    }

    private static void stayUntilStopped(ApplicationContext context, PersonaWatch watch) {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            watch.close();
            context.close();
            stopped.countDown();
        }));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void greet(ApplicationContext context, EmbeddedServer server, Cast cast) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var base = "http://localhost:" + server.getPort();
        out.println();
        cast.personas().values().forEach(live -> {
            var persona = live.persona();
            out.println("  Chat with "
                    + persona.identity().nickname().in(persona.locales().standard()) + ":  " + base + "/c/"
                    + persona.id());
        });
        out.println("  The desk:  " + base + "/desk");
        context.getBean(StaffInvitations.class)
                .forFirstOwner()
                .ifPresent(path -> out.println(
                        "\n  Nobody can sign in yet. Make the owner's account here, once:\n  " + base + path));
        cast.closed().forEach(each -> out.println("\n  " + each));
        out.println();
    }

    private static int cannotStart(RuntimeException failure) {
        var cannot = cause(failure, CannotStart.class);
        if (cannot != null) {
            return say(cannot.problems(), BROKEN_CONFIGURATION);
        }
        if (cause(failure, BindException.class) != null) {
            return say(
                    List.of("the port is taken; stop what listens there, or choose another: PORT=8081 ./renhua"),
                    PORT_TAKEN);
        }
        var configuration = cause(failure, ConfigurationException.class);
        if (configuration != null) {
            return say(
                    List.of("config/application.yml cannot be read: " + configuration.getMessage()),
                    BROKEN_CONFIGURATION);
        }
        throw failure;
    }

    private static int say(List<String> problems, int code) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        err.println("renhua: cannot start");
        problems.forEach(problem -> err.println("  " + problem));
        return code;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
