package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.bundle.Fingerprint;
import io.renhua.connector.SettableClock;
import io.renhua.connector.Settings;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.message.ConversationId;
import io.renhua.publishing.Audience;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Release;
import io.renhua.publishing.Review;
import io.renhua.publishing.ReviewWish;
import io.renhua.publishing.Spoken;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.Trials;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class PublisherTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final Store store;
    private final StorePublications publications;
    private final List<LivePersona> newcomers = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    @TempDir
    private Path folder;

    PublisherTest(Database database) {
        store = database.open();
        publications = new StorePublications(store, clock);
    }

    @BeforeEach
    void begin() throws IOException {
        Folders.copy(Path.of("src/test/resources/personas/mo"), scripts().resolve("mo"));
    }

    @AfterEach
    void close() {
        nodes.forEach(node -> node.publisher.close());
        store.close();
    }

    @Test
    void aFirstStartPublishesWhatTheFilesHold() {
        var node = start(false);

        assertThat(publications.of("mo"))
                .singleElement()
                .satisfies(first -> assertThat(first.isCalled(node.speaks())).isTrue())
                .extracting(Publication::label, Publication::who)
                .containsExactly("2026.11.1", "the files");
    }

    @Test
    void anotherStartPublishesNothingNew() {
        start(false);
        start(false);

        assertThat(publications.of("mo")).hasSize(1);
    }

    @Test
    void whatIsSavedCleanSpeaksAndIsInTheHistory() throws IOException {
        var node = start(false);

        edit("version: 2026.11.1", "version: 2026.11.2");
        node.save();

        assertThat(node.speaks()).startsWith("2026.11.2@");
        assertThat(publications.of("mo")).extracting(Publication::label).containsExactly("2026.11.2", "2026.11.1");
    }

    @Test
    void whatIsPublishedByHandWaitsForIt() throws IOException {
        var node = start(true);
        edit("version: 2026.11.1", "version: 2026.11.2");

        node.save();
        assertThat(node.speaks()).startsWith("2026.11.1@");
        assertThat(start(true).speaks()).startsWith("2026.11.1@"); // nor at the next start

        publish(new Audience.Everybody(), null);
        node.publisher.follow();
        assertThat(node.speaks()).startsWith("2026.11.2@");
    }

    @Test
    void brokenFilesNeverStandInForWhatSpeaksEvenAfterAStart() throws IOException {
        start(false);
        edit("nickname: 小墨", "nickname: [小墨");

        var again = start(false);

        assertThat(again.problems).isEmpty();
        assertThat(again.speaks()).startsWith("2026.11.1@");
        assertThat(publications.of("mo")).hasSize(1);
    }

    @Test
    void whatTheRulesForbidIsNotPublishedByItself() throws IOException {
        var node = start(false);
        Folders.edit(scripts().resolve("mo/lines/shop.yaml"), "你喜歡故事還是詩？", "國家級的書店。");

        node.save();

        assertThat(publications.of("mo")).hasSize(1);
        var first = publications.of("mo").getFirst();
        assertThat(first.isCalled(node.speaks())).isTrue();
        assertThat(first.isCalled(start(false).speaks())).isTrue(); // nor at the next start
    }

    @Test
    void brokenFilesOfWhatNeverSpokeKeepItFromStarting() throws IOException {
        edit("nickname: 小墨", "nickname: [小墨");

        assertThat(new PersonaFolder(scripts(), folder.resolve("data"), false).learnAll(problems()))
                .isEmpty();
        assertThat(problems).anyMatch(problem -> problem.toString().contains("mo/persona.yaml"));
    }

    @Test
    void whatIsTakenBackIsGoneOnEveryNodeAndStaysSo() throws IOException {
        var one = start(false);
        var other = start(false);
        var good = publications.of("mo").getFirst();
        edit("version: 2026.11.1", "version: 2026.11.2");
        one.save();
        other.publisher.follow();
        assertThat(other.speaks()).startsWith("2026.11.2@");

        takeBack(good);
        one.publisher.follow();
        other.publisher.follow();

        assertThat(one.speaks()).startsWith("2026.11.1@");
        assertThat(other.speaks()).startsWith("2026.11.1@");
        assertThat(start(false).speaks()).startsWith("2026.11.1@"); // though the files hold the newer one
    }

    @Test
    void whatIsToBeginLaterBeginsThen() throws IOException {
        var node = start(true);
        edit("version: 2026.11.1", "version: 2026.11.2");
        publish(new Audience.Everybody(), NOON.plusSeconds(3600));

        node.publisher.follow();
        assertThat(node.speaks()).startsWith("2026.11.1@");

        clock.advance(Duration.ofHours(1));
        node.publisher.follow();
        assertThat(node.speaks()).startsWith("2026.11.2@");
    }

    @Test
    void aTrialSpeaksBesideWhatSpeaksToEverybodyUntilThatChanges() throws IOException {
        var node = start(true);
        edit("version: 2026.11.1", "version: 2026.11.2");
        publish(new Audience.Share(50), null);
        node.publisher.follow();

        assertThat(node.speaks()).startsWith("2026.11.1@");
        assertThat(node.personas.onTrial("mo"))
                .map(live -> live.persona().version())
                .get()
                .asString()
                .startsWith("2026.11.2@");

        publish(new Audience.Everybody(), null);
        node.publisher.follow();
        assertThat(node.speaks()).startsWith("2026.11.2@");
        assertThat(node.personas.onTrial("mo")).isEmpty();
    }

    @Test
    void savingWhatWasTakenBackDoesNotBringItBack() throws IOException {
        var node = start(false);
        var good = publications.of("mo").getFirst();
        edit("version: 2026.11.1", "version: 2026.11.2");
        node.save();
        takeBack(good);
        node.publisher.follow();

        node.save(); // the same files, written again

        assertThat(node.speaks()).startsWith("2026.11.1@");
        assertThat(publications.of("mo")).hasSize(3);
    }

    @Test
    void keepsOnlyWhatSpeaksUnpacked() throws IOException {
        var node = start(false);
        for (int version = 2; version < 6; version++) {
            edit("version: 2026.11." + (version - 1), "version: 2026.11." + version);
            node.save();
        }

        try (var unpacked = Files.list(folder.resolve("data/versions"))) {
            assertThat(unpacked.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void showsWhatItSpeaksAndWhyItDoesNotSpeakTheNewest() throws IOException {
        var node = start(true);
        var first = publications.of("mo").getFirst();
        var spoken = new Spoken(store, "looks", clock);
        assertThat(spoken.all()).singleElement().satisfies(speech -> {
            assertThat(speech.version()).isEqualTo(first.kept().name());
            assertThat(speech.isOlder()).isFalse();
        });
        Folders.edit(scripts().resolve("mo/persona.yaml"), "spec: renhua/1", "spec: renhua/9");
        publish(new Audience.Everybody(), null);

        node.publisher.follow();

        assertThat(node.speaks()).startsWith("2026.11.1@");
        assertThat(spoken.all()).singleElement().satisfies(speech -> {
            assertThat(speech.isOlder()).isTrue();
            assertThat(speech.newest())
                    .isEqualTo(publications.of("mo").getFirst().kept().name());
            assertThat(speech.trouble())
                    .startsWith("this Renhua cannot read it: ")
                    .contains("a newer Renhua");
        });
        takeBack(first);
        node.publisher.follow();
        assertThat(spoken.all()).singleElement().matches(speech -> speech.trouble() == null && !speech.isOlder());
    }

    @Test
    void aNewFolderIsANewPersonaAndPublishedAsSuch() throws IOException {
        var node = start(false);
        addMi();

        node.save("mi");

        assertThat(newcomers).extracting(live -> live.persona().id()).containsExactly("mi");
        assertThat(publications.of("mi")).hasSize(1);
    }

    @Test
    void aNewFolderIsADraftWhereOthersSpeakAndPublishingIsDoneByHand() throws IOException {
        var node = start(true);
        addMi();

        node.save("mi");
        var again = start(true);

        assertThat(publications.of("mi")).isEmpty();
        assertThat(again.personas.named("mi")).isEmpty();
        assertThat(again.wings.reasons())
                .singleElement()
                .asString()
                .contains("mi is new and does not speak yet", "renhua publish mi");

        publish("mi", new Audience.Everybody(), null);
        node.publisher.follow();
        again.publisher.follow();

        assertThat(node.personas.named("mi")).isPresent();
        assertThat(again.personas.named("mi")).isPresent();
        assertThat(again.wings.reasons()).isEmpty();
    }

    @Test
    void aFirstVersionIsThereForWhoTriesItAlsoAfterAStopAndForNobodyElse() throws IOException {
        var node = start(true);
        addMi();
        node.save("mi");
        var reviewer = new ConversationId("web-mi", "reviewer");
        var sent = publications.review(
                new ReviewWish(
                        "mi",
                        Fingerprint.of(scripts().resolve("mi")),
                        "2026.11.1",
                        Review.Step.SENT,
                        "lin",
                        "the first one"),
                Optional.of(Editions.pack(scripts().resolve("mi"))));
        new Trials(store, clock)
                .admit(
                        reviewer,
                        new Trials.Trial(sent.kept().name(), clock.instant().plusSeconds(3600)));

        node.personas.rehearse("mi", sent.kept().name());
        node.save("mi"); // somebody goes on writing meanwhile
        var again = start(true);

        for (var each : List.of(node, again)) {
            assertThat(each.personas.tried(reviewer)).isPresent();
            assertThat(each.personas.named("mi")).isEmpty();
        }
        publish("mi", new Audience.Everybody(), null);
        again.publisher.follow();
        assertThat(again.personas.named("mi")).isPresent();
        assertThat(again.personas.isRehearsing("mi")).isFalse();
    }

    @Test
    void aFirstVersionThatTheRulesForbidDoesNotSpeakWhileOthersDo() throws IOException {
        addMi();
        forbid("mi");

        var node = start(false);

        assertThat(node.personas.named("mi")).isEmpty();
        assertThat(node.speaks()).startsWith("2026.11.1@");
        assertThat(publications.of("mi")).isEmpty();
        assertThat(node.wings.reasons())
                .singleElement()
                .asString()
                .contains("mi does not speak before this is mended", "mi/lines/shop.yaml:", "國家級");
    }

    @Test
    void itSpeaksOnTheSameChannelsOnceItIsMended() throws IOException {
        addMi();
        forbid("mi");
        var node = start(false);
        assertThatThrownBy(() -> node.personas.on("web-mi")).isInstanceOf(IllegalArgumentException.class);

        node.save("mi");
        assertThat(publications.of("mi")).isEmpty();
        Folders.edit(scripts().resolve("mi/lines/shop.yaml"), "國家級的書店。", "你喜歡故事還是詩？");
        node.save("mi");

        assertThat(node.personas.on("web-mi").persona().id()).isEqualTo("mi");
        assertThat(publications.of("mi")).hasSize(1);
        assertThat(node.wings.reasons()).isEmpty();
    }

    @Test
    void nothingStartsWhereNobodyMaySpeak() throws IOException {
        forbid("mo");

        assertThatThrownBy(() -> start(false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("mo does not speak before this is mended");
    }

    private void addMi() throws IOException {
        Folders.copy(Path.of("src/test/resources/personas/mo"), scripts().resolve("mi"));
        Folders.edit(scripts().resolve("mi/persona.yaml"), "id: mo", "id: mi");
    }

    private void forbid(String persona) throws IOException {
        Folders.edit(scripts().resolve(persona + "/lines/shop.yaml"), "你喜歡故事還是詩？", "國家級的書店。");
    }

    private final List<Wording> problems = new ArrayList<>();

    private List<Wording> problems() {
        return problems;
    }

    private Path scripts() {
        return folder.resolve("personas");
    }

    private void edit(String from, String to) throws IOException {
        Folders.edit(scripts().resolve("mo/persona.yaml"), from, to);
    }

    private void publish(Audience audience, @Nullable Instant begins) {
        publish("mo", audience, begins);
    }

    private void publish(String persona, Audience audience, @Nullable Instant begins) {
        var script = scripts().resolve(persona);
        var release = new Release(persona, Fingerprint.of(script), "2026.11.2", audience, "lin", "why", begins, true);
        publications.publish(release, Optional.of(Editions.pack(script)));
    }

    private void takeBack(Publication to) {
        publications.publish(
                new Release("mo", to.address(), to.label(), new Audience.Everybody(), "lin", "too cold", null, false),
                Optional.empty());
    }

    private Node start(boolean byHand) {
        var node = new Node(byHand);
        nodes.add(node);
        return node;
    }

    /** A server, as far as its personas go; all of them have one data folder, as one server has after a restart. */
    private final class Node {
        private final List<Wording> problems = new ArrayList<>();
        private final PersonaFolder personaFolder;
        private final Personas personas;
        private final Publisher publisher;
        private final Wings wings;
        private final Drafts drafts;

        Node(boolean byHand) {
            var data = folder.resolve("data");
            personaFolder = new PersonaFolder(scripts(), data, byHand);
            var learnt = personaFolder.learnAll(problems);
            personas = new Personas(
                    learnt, learnt.keySet().stream().collect(Collectors.toMap(id -> "web-" + id, id -> id)));
            wings = new Wings(
                    personas,
                    new Channels(List.of()),
                    id -> Cast.page(id, new Settings("web-" + id, Map.of()), Platforms.WEB, new PlatformHttp(), clock));
            personas.rehearseOn(wings::rehearse);
            publisher = new Publisher(
                    personaFolder,
                    new Editions(data),
                    new VersionRecords(
                            publications, new Trials(store, clock), new Spoken(store, "node " + nodes.size(), clock)),
                    personas,
                    this::welcome,
                    Set.of(),
                    clock);
            drafts = new Drafts(personaFolder, publications, publisher, wings, byHand, clock);
            drafts.start();
            publisher.start();
        }

        private void welcome(LivePersona newcomer) {
            newcomers.add(newcomer);
            wings.enter(newcomer);
        }

        void save() {
            save("mo");
        }

        void save(String id) {
            var script = scripts().resolve(id);
            assertThat(Files.exists(script)).isTrue();
            drafts.saved(script, personaFolder.read(script));
        }

        String speaks() {
            return personas.on("web-mo").persona().version();
        }
    }
}
