package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.connector.Settings;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Spoken;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.Trials;
import io.renhua.store.Database;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script is saved again and again: of what spoke before nothing stays in memory, and no thread. */
class ReloadsTest {
    private static final int SAVES = 120;

    /** What speaks, and sixteen that spoke before it, for talks that are going on; one may be on its way out. */
    private static final int ALIVE = 18;

    private static final int KEPT = 10;

    @TempDir
    private Path folder;

    @Test
    void leaveNothingBehind() throws IOException {
        var script = folder.resolve("personas/mo");
        Folders.copy(Path.of("src/test/resources/personas/mo"), script);
        var spoke = new ArrayList<WeakReference<LivePersona>>();
        try (var store = Database.H2.open()) {
            var clock = Clock.systemUTC();
            var publications = new StorePublications(store, clock);
            var data = folder.resolve("data");
            var files = new PersonaFolder(folder.resolve("personas"), data, false);
            var personas = new Personas(files.learnAll(new ArrayList<>()), Map.of("web-mo", "mo"));
            var records =
                    new VersionRecords(publications, new Trials(store, clock), new Spoken(store, "a node", clock));
            try (var publisher =
                    new Publisher(files, new Editions(data), records, personas, newcomer -> {}, Set.of(), clock)) {
                var wings = new Wings(
                        personas,
                        new Channels(List.of()),
                        id -> Cast.page(
                                id, new Settings("web-" + id, Map.of()), Platforms.WEB, new PlatformHttp(), clock));
                var drafts = new Drafts(files, publications, publisher, wings, false, clock);
                drafts.start();
                publisher.start();
                int threads = threads();
                int classes = 0;
                var kept = new ArrayList<LivePersona>();
                for (int save = 1; save <= SAVES; save++) {
                    Folders.edit(
                            script.resolve("persona.yaml"),
                            "version: 2026.11." + save,
                            "version: 2026.11." + (save + 1));
                    drafts.saved(script, files.read(script));
                    var speaks = personas.on("web-mo");
                    assertThat(speaks.persona().version()).startsWith("2026.11." + (save + 1) + "@");
                    spoke.add(new WeakReference<>(speaks));
                    if (save <= KEPT) {
                        kept.add(speaks);
                    } else if (save == 20) {
                        classes = loadedClasses();
                    }
                }

                await().atMost(Duration.ofMinutes(1)).until(() -> alive(spoke) <= ALIVE + KEPT);
                assertThat(alive(spoke)).as("with what somebody keeps").isGreaterThan(ALIVE);
                assertThat(kept).hasSize(KEPT);
                kept.clear();
                await().atMost(Duration.ofMinutes(1)).until(() -> alive(spoke) <= ALIVE);
                assertThat(threads()).isLessThanOrEqualTo(threads + 5);
                assertThat(loadedClasses()).as("one more for each save").isLessThan(classes + SAVES - 20);
            }
        }
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static int loadedClasses() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long alive(List<WeakReference<LivePersona>> spoke) {
        System.gc();
        return spoke.stream().filter(each -> each.get() != null).count();
    }
}
