package io.renhua.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.renhua.conversation.NodeWork;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Request;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The whole server over a database of its own, with staff to sign in and a hand to write its journal. */
final class DeskHouse implements AutoCloseable {
    static final String PASSWORD = "tea at half past ten";

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private DeskHouse(ApplicationContext context) {
        this.context = context;
        this.server = context.getBean(EmbeddedServer.class).start();
    }

    static DeskHouse open() {
        return open(Database.H2);
    }

    static DeskHouse open(Database database) {
        return open(database, Map.of());
    }

    /** The same with settings of its own. */
    static DeskHouse open(Database database, Map<String, Object> own) {
        var place = database.fresh();
        return new DeskHouse(ApplicationContext.builder()
                .overrideConfigLocations("file:config/")
                .deduceEnvironment(false)
                .properties(Map.of(
                        "micronaut.server.port",
                        -1,
                        "renhua.gather.pause",
                        "0s",
                        "renhua.gather.sentence",
                        "0s",
                        "renhua.desk.waiting",
                        "claimed",
                        "renhua.personas",
                        "src/test/resources/personas",
                        "renhua.store.url",
                        place.url(),
                        "renhua.store.password",
                        place.password()))
                .properties(own)
                .start());
    }

    /** Lets the persona answer, and words go out. */
    DeskHouse awake() {
        get(NodeWork.class).start();
        return this;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        return "http://localhost:" + server.getPort();
    }

    void hire(String login, String name, StaffRole role) {
        var hash = get(StaffPasswords.class).hash(PASSWORD);
        get(Store.class).write(transaction -> get(StaffAccounts.class).add(transaction, login, name, role, hash));
    }

    DeskBrowser browser() {
        return new DeskBrowser(address());
    }

    DeskBrowser signedIn(String login) {
        var browser = browser();
        browser.signIn(login, PASSWORD);
        return browser;
    }

    void happened(Happening happening) {
        get(Store.class)
                .write(
                        happening.conversation().toString(),
                        transaction -> get(Journal.class).append(transaction, happening));
    }

    void received(ConversationId conversation, Person person, String words, Instant at) {
        happened(new Happening.Received(
                conversation, at, UUID.randomUUID().toString(), person, new Content.Text(words), at));
    }

    String said(ConversationId conversation, Speaker speaker, String words, Instant at) {
        var call = UUID.randomUUID().toString();
        happened(new Happening.Said(
                conversation, at, call, new Content.Text(words), speaker, 0, "pao", "3", "opening_hours"));
        return call;
    }

    /** Somebody asks for a person and waits. */
    void queues(ConversationId conversation, Instant since) {
        var desk = get(Desk.class);
        if (desk.ownerOf(conversation) instanceof Bot bot) {
            desk.pass(
                    conversation,
                    bot,
                    bot.ask(Request.ordinary("care", "explicit", since)),
                    Change.because("explicit"));
        }
    }

    /** Whoever waits does so no more, and nothing is said about that. */
    void withdraws(ConversationId conversation) {
        var desk = get(Desk.class);
        if (desk.ownerOf(conversation) instanceof Queued queued) {
            desk.pass(
                    conversation,
                    queued,
                    queued.withdraw(Exit.How.WITHDRAWN, Instant.now()),
                    Change.because("withdrawn"));
        }
    }

    /** A colleague answers in the platform's own app. */
    void answeredOutside(ConversationId conversation, String by, Instant at) {
        var desk = get(Desk.class);
        var bot = desk.ownerOf(conversation);
        var outside = bot.outside(Outside.Where.APP, by, at, at.plusSeconds(1800));
        desk.pass(conversation, bot, outside, Change.because("app"));
    }

    /** An agent has it, and nothing was said about that. */
    void takenBy(String agent, ConversationId conversation) {
        var desk = get(Desk.class);
        if (desk.ownerOf(conversation) instanceof Bot bot) {
            desk.pass(conversation, bot, bot.takeOver(agent, Instant.now()), Change.by(agent, "claimed"));
        }
    }

    @Override
    public void close() {
        server.close();
        context.close();
    }
}
