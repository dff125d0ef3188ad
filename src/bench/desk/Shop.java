package desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import world.Brand;
import world.Chrome;
import world.Database;
import world.Folder;
import world.Message;
import world.Node;
import world.Options;
import world.People;
import world.Platform;
import world.Postgres;
import world.Setting;
import world.StandIn;

/** Everything a run at the desk plays with: the servers, whoever writes, whoever answers, and a browser. */
final class Shop implements AutoCloseable {
    private static final int TOGETHER = 8;

    private final Options options;
    private final Folder folder = Folder.temporary("desk");
    private final Path log = Path.of("target", "desk.log");
    private final Platform platform = Platform.named("line");
    private final Database database;
    private final StandIn standIn = new StandIn(platform);
    private final List<Node> nodes = new ArrayList<>();
    private final AtomicInteger knocks = new AtomicInteger();
    private final People people = new People(platform, this::door);
    private final List<Clerk> clerks = new ArrayList<>();
    private final List<Integer> served = new ArrayList<>();
    private final AtomicInteger said = new AtomicInteger();
    private final Chrome chrome;
    private int persons;

    Shop(Options options) throws Exception {
        this.options = options;
        Files.deleteIfExists(log);
        Brand.write(folder.resolve("personas"));
        this.database = options.has("postgres")
                ? Postgres.start(options.text("postgres", ""), folder.path())
                : new Database.File(Files.createDirectory(folder.resolve("data")));
        for (int i = 0; i < database.nodes(); i++) {
            open();
        }
        this.chrome = new Chrome(options.text("browser", "/usr/bin/chromium"), folder.resolve("profile"));
        hire(options.number("agents", 50));
    }

    private void open() throws InterruptedException {
        var settings = new HashMap<>(database.settings());
        settings.putIfAbsent("renhua.data", folder.resolve("node" + nodes.size()).toString());
        settings.putAll(Setting.of(platform, standIn, folder.resolve("personas"), "0s"));
        settings.put("renhua.desk.waiting", "claimed");
        settings.put("renhua.desk.silence", "2h"); // nobody is taken from whoever only stands for an agent
        nodes.add(new Node(settings, options.text("heap", "512m"), log).start());
    }

    private void hire(int agents) throws Exception {
        var owner = Clerk.invited(address(0), Files.readString(log), "owner");
        for (int i = 0; i < agents; i++) {
            clerks.add(owner.hire("agent" + i).at(address(i)));
        }
    }

    /** Where the desk is; with two nodes, each second one is the other's. */
    private String address(int which) {
        return "http://127.0.0.1:" + nodes.get(which % nodes.size()).port();
    }

    private int door() {
        return nodes.get(Math.floorMod(knocks.getAndIncrement(), nodes.size())).port();
    }

    Options options() {
        return options;
    }

    List<Clerk> clerks() {
        return clerks;
    }

    List<Node> nodes() {
        return nodes;
    }

    People people() {
        return people;
    }

    /** The desk as somebody has it before them, once they see at least so many conversations. */
    Chrome.Page screen(Clerk clerk, int rows) throws InterruptedException {
        return screen(clerk, rows, "");
    }

    /** The same, with a script of the run's own from the beginning. */
    Chrome.Page screen(Clerk clerk, int rows, String first) throws InterruptedException {
        var page = chrome.page(clerk.address(), Clerk.SESSION, clerk.session());
        page.first(first);
        page.go(clerk.address() + "/desk", "document.querySelectorAll('.conversation').length >= " + rows);
        return page;
    }

    /** Nobody yet has heard of them. */
    int newPerson() {
        return ++persons;
    }

    static String conversation(int person) {
        return "bench/U" + person;
    }

    /** Something they say, which names its number. */
    Message words(int person) {
        return new Message(said.incrementAndGet(), person);
    }

    Message call(int person) {
        return Message.forPerson(said.incrementAndGet(), person);
    }

    int nextNumber() {
        return said.incrementAndGet();
    }

    /** So many more people ask for a person, and each is with one; everybody has as many in hand as everybody else. */
    void serve(int count) throws Exception {
        var more = IntStream.range(0, Math.max(0, count)).map(i -> newPerson()).boxed().toList();
        people.say(more.stream().map(this::call).toList(), options.number("rate", 150));
        try (var threads = Executors.newFixedThreadPool(TOGETHER)) {
            for (int person : more) {
                threads.submit(() -> claim(person));
            }
        }
        served.addAll(more);
    }

    /** Stops the first server and starts it again: it knows nothing by heart then. */
    void restart() throws InterruptedException {
        nodes.getFirst().close();
        nodes.getFirst().start();
    }

    /** Everybody who is with an agent. */
    List<Integer> served() {
        return List.copyOf(served);
    }

    /** It takes a moment until their call is answered, and only then they wait. */
    private void claim(int person) {
        var clerk = with(person);
        if (!clerk.act("claim", conversation(person), Map.of())) {
            throw new IllegalStateException(clerk.login + " could not take " + person);
        }
    }

    /** Who has them. */
    Clerk with(int person) {
        return clerks.get(person % clerks.size());
    }

    @Override
    public void close() throws Exception {
        people.close();
        chrome.close();
        for (var node : nodes) {
            node.close();
        }
        standIn.close();
        database.close();
        folder.close();
    }
}
