package io.renhua;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.server.EmbeddedServer;
import io.renhua.conversation.Housekeeping;
import io.renhua.conversation.InboxAway;
import io.renhua.conversation.NodeWork;
import io.renhua.door.SideDoor;
import io.renhua.hook.HookWork;
import io.renhua.learning.CatchUp;
import io.renhua.retention.RetentionWatch;
import io.renhua.search.SearchFeed;
import io.renhua.server.Doors;
import io.renhua.server.Draining;
import io.renhua.store.StoreAway;
import io.renhua.store.UnfitStore;
import io.renhua.stream.Kafka;
import io.renhua.text.Wording;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the house: checks everything, opens the door, says where to go, and stays until it is told to stop. */
final class Serving {
    private static final int BROKEN_CONFIGURATION = 78; // sysexits.h EX_CONFIG
    private static final int UNAVAILABLE = 69; // sysexits.h EX_UNAVAILABLE

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private Serving() {}

    /** Serves until stopped. The exit code is 0 then, and another where it could not begin. */
    static int serve() {
        ApplicationContext context;
        try {
            context = configured().start();
        } catch (RuntimeException e) { // nothing but the configuration is read so far
            return say(
                    List.of(Wording.of(
                            "config/application.yml cannot be read: %s",
                            String.valueOf(innermost(e).getMessage()))),
                    BROKEN_CONFIGURATION);
        }
        return open(context);
    }

    /** Reads {@code config/application.yml}, and nothing else there is around. */
    static ApplicationContextBuilder configured() {
        return ApplicationContext.builder()
                .overrideConfigLocations("file:config/")
                .deduceEnvironment(false)
                .banner(false);
    }

    private static int open(ApplicationContext context) {
        var port = context.getProperty("micronaut.server.port", String.class).orElse("8080");
        try {
            var cast = context.getBean(Cast.class);
            var server = openDoors(context);
            var watch = context.getBean(PersonaWatch.class);
            watch.start();
            new Greeting(context).say(server.getPort());
            if (Boolean.getBoolean("renhua.rehearse")) {
                Training.run(context, server.getPort(), cast);
                closeDoors(context);
            } else {
                System.gc(); // what starting and learning took is not needed again
                LOG.info("ready: {}", context.getBean(PersonaFolder.class).memory());
                stayUntilStopped(context, watch);
            }
            return 0;
        } catch (RuntimeException e) {
            context.close();
            return cause(e, BindException.class) == null ? cannotStart(e) : portIsTaken(port);
        }
    }

    private static int portIsTaken(String port) {
        return say(
                List.of(Wording.of(
                        "port %s is taken; stop what listens there, or choose another: PORT=8081 ./renhua", port)),
                UNAVAILABLE);
    }

    /** Everything is put together before the first knock; what a stop left behind is taken up first. */
    static EmbeddedServer openDoors(ApplicationContext context) {
        context.getBean(MeterRegistry.class); // counts from the first message on
        context.getBean(Drafts.class).start();
        context.getBean(Publisher.class).start();
        var work = context.getBean(NodeWork.class);
        work.start();
        context.getBean(Kafka.class).start();
        context.getBean(HookWork.class).start();
        var server = context.getBean(NettyEmbeddedServer.class).start();
        context.getBean(Housekeeping.class).start();
        context.getBean(RetentionWatch.class).start();
        context.getBean(CatchUp.class).start();
        context.getBean(SearchFeed.class).start();
        context.getBean(SideDoor.class).start();
        return server;
    }

    /** Nothing new is taken; the turns in hand end, then the words on their way; the store closes last. */
    static void closeDoors(ApplicationContext context) {
        context.getBean(Draining.class).begin();
        var kafka = context.getBean(Kafka.class);
        kafka.stopTaking();
        context.getBean(SideDoor.class).close();
        context.getBean(CatchUp.class).close();
        context.getBean(SearchFeed.class).close();
        context.getBean(Publisher.class).close();
        context.getBean(Housekeeping.class).close();
        context.getBean(RetentionWatch.class).close();
        context.getBean(NodeWork.class).close();
        context.getBean(HookWork.class).close();
        kafka.close();
        context.getBean(Doors.class).close();
        context.getBean(NettyEmbeddedServer.class).stopServerOnly();
        context.close();
    }

    private static void stayUntilStopped(ApplicationContext context, PersonaWatch watch) {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            watch.close();
            closeDoors(context);
            stopped.countDown();
        }));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int cannotStart(RuntimeException failure) {
        var cannot = cause(failure, CannotStart.class);
        if (cannot != null) {
            return say(cannot.problems(), BROKEN_CONFIGURATION);
        }
        var store = cause(failure, StoreAway.class);
        if (store != null) {
            return say(List.of(store.why()), UNAVAILABLE);
        }
        var inbox = cause(failure, InboxAway.class);
        if (inbox != null) {
            return say(
                    List.of(
                            inbox.why(),
                            Wording.of(
                                    "messages are to be kept there (renhua.kafka.inbox), so nothing can be taken without it")),
                    UNAVAILABLE);
        }
        var unfit = cause(failure, UnfitStore.class);
        if (unfit != null) {
            return say(List.of(unfit.why()), BROKEN_CONFIGURATION);
        }
        var configuration = cause(failure, ConfigurationException.class);
        if (configuration != null) {
            return say(
                    List.of(Wording.of(
                            "config/application.yml cannot be read: %s", String.valueOf(configuration.getMessage()))),
                    BROKEN_CONFIGURATION);
        }
        throw failure;
    }

    private static int say(List<Wording> problems, int code) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        err.println(Wording.of("renhua: cannot start").in(PersonaFolder.LANGUAGE));
        problems.forEach(problem -> err.println("  " + problem.in(PersonaFolder.LANGUAGE)));
        return code;
    }

    private static Throwable innermost(Throwable failure) {
        var inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
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
