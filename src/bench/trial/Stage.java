package trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import world.Brand;
import world.Database;
import world.Evidence;
import world.Folder;
import world.Message;
import world.Node;
import world.Options;
import world.People;
import world.Platform;
import world.Postgres;
import world.Remains;
import world.Setting;
import world.StandIn;
import world.Takings.Taking;
import world.Verdict;

/** All that one scenario plays with: the servers, the platform, the people, and chance with a seed. */
final class Stage implements AutoCloseable {
    private static final int WARM_UP = 400;

    private final Options options;
    private final Folder folder = Folder.temporary("trial");
    private final Path log;
    private final Platform platform;
    private final Database database;
    private final StandIn standIn;
    private final People people;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger knocks = new AtomicInteger();
    private final Random chance;
    private final Report report = new Report();
    private int said;

    Stage(String name, Options options) throws Exception {
        this.options = options;
        this.log = Path.of("target", "trial-" + name + ".log");
        this.chance = new Random(options.number("seed", 1L));
        this.platform = Platform.named(options.text("platform", "line"));
        Files.deleteIfExists(log);
        Brand.write(folder.resolve("personas"));
        this.database = options.has("postgres")
                ? Postgres.start(options.text("postgres", ""), folder.path())
                : new Database.File(Files.createDirectory(data()));
        this.standIn = new StandIn(platform);
        this.people = new People(platform, this::door);
    }

    /** The run's own, gone at its end. */
    Path folder() {
        return folder.path();
    }

    /** Where H2 keeps its file. */
    Path data() {
        return folder.resolve("data");
    }

    /** Whether the platform can tell a second try from a second message. */
    boolean platformHelps() {
        return platform.name().equals("line");
    }

    /** One more server, open. */
    Node open() throws InterruptedException {
        return open(database.settings());
    }

    /** The same with its own way to the database. */
    Node open(Map<String, String> store) throws InterruptedException {
        return open(store, Map.of());
    }

    /** The same with an environment of its own. */
    Node open(Map<String, String> store, Map<String, String> environment) throws InterruptedException {
        return open(Path.of(""), store, environment);
    }

    /** One of another build, whose {@code target} is in that folder. */
    Node openOf(Path home) throws InterruptedException {
        return open(home, database.settings(), Map.of());
    }

    private Node open(Path home, Map<String, String> store, Map<String, String> environment)
            throws InterruptedException {
        var settings = new HashMap<>(store);
        settings.putIfAbsent(
                "renhua.data", folder.resolve("node" + nodes.size()).toString());
        settings.putAll(Setting.of(platform, standIn, folder.resolve("personas"), options.text("gather", "0s")));
        options.values().forEach((name, value) -> {
            if (name.startsWith("renhua.")) {
                settings.put(name, value);
            }
        });
        var node = new Node(home, settings, environment, options.text("heap", "512m"), log);
        nodes.add(node);
        return node.start();
    }

    /** Every knock goes to the next server. */
    private int door() {
        return nodes.get(Math.floorMod(knocks.getAndIncrement(), nodes.size())).port();
    }

    Options options() {
        return options;
    }

    /** A figure of the run: as asked for, or that of the short or the long form. */
    int size(String name, int inFull, int inShort) {
        return options.number(name, options.has("short") ? inShort : inFull);
    }

    Database database() {
        return database;
    }

    StandIn standIn() {
        return standIn;
    }

    People people() {
        return people;
    }

    Random chance() {
        return chance;
    }

    Report report() {
        return report;
    }

    Path log() {
        return log;
    }

    /** So many new messages by people chosen at random. */
    List<Message> messages(int count, int persons) {
        return IntStream.range(0, count)
                .mapToObj(i -> message(1 + chance.nextInt(persons)))
                .toList();
    }

    /** A new message of this person. */
    Message message(int person) {
        return new Message(++said, person);
    }

    /** Lets the servers' compilers settle; what is said counts like everything else. */
    void warmUp() throws Exception {
        people.say(messages(WARM_UP, 50), options.number("rate", 100));
        awaitAnswers(60);
    }

    /** Until everything acknowledged has an answer, or none came for so many seconds. */
    void awaitAnswers(int patience) throws InterruptedException {
        long lastTaken = System.nanoTime();
        int taken = standIn.takings().size();
        while (waiting() > 0 && System.nanoTime() - lastTaken < patience * 1_000_000_000L) {
            Thread.sleep(200);
            if (standIn.takings().size() != taken) {
                taken = standIn.takings().size();
                lastTaken = System.nanoTime();
            }
        }
    }

    /** How many messages are acknowledged and have no answer. */
    long waiting() {
        return unanswered().size();
    }

    /** What is acknowledged and has no answer. */
    List<Message> unanswered() {
        return people.receipts().stream()
                .filter(People.Receipt::isAcknowledged)
                .map(People.Receipt::message)
                .filter(message -> !standIn.takings().answer(message))
                .toList();
    }

    boolean answered(List<Message> messages) {
        return messages.stream().allMatch(standIn.takings()::answer);
    }

    /** Stops a server in good order; nobody knocks there any more. */
    void retire(Node node) throws InterruptedException {
        nodes.remove(node);
        node.close();
    }

    /** Knocks at the other servers only, as a proxy does when it sees one fail, for as long as something is done. */
    void without(Node node, Crashes.Blow meanwhile) throws Exception {
        nodes.remove(node);
        try {
            meanwhile.strike();
        } finally {
            nodes.add(node);
        }
    }

    /** When the first call was taken after a moment; both by {@link System#nanoTime}. */
    long firstTakenAfter(long moment) {
        return standIn.takings().all().stream()
                .mapToLong(Taking::at)
                .filter(at -> at > moment)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    void stopAll() throws InterruptedException {
        for (var node : nodes) {
            node.close();
        }
    }

    /** Stops the servers, reads what they left, and judges. */
    Verdict judge() throws Exception {
        Thread.sleep(1500); // doubles, if there are any, come now
        stopAll();
        report.say(
                "%d messages, %d calls, %d of them taken",
                people.receipts().size(), standIn.calls(), standIn.takings().size());
        return report.judge(new Evidence(
                people.receipts(),
                standIn.takings().all().stream().map(Taking::call).toList(),
                Remains.in(database)));
    }

    @Override
    public void close() throws Exception {
        people.close();
        stopAll();
        standIn.close();
        database.close();
        folder.close();
    }
}
