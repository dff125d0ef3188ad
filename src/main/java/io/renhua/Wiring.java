package io.renhua;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.env.Environment;
import io.netty.resolver.AddressResolverGroup;
import io.renhua.access.DoorPrograms;
import io.renhua.access.Programs;
import io.renhua.action.Performer;
import io.renhua.action.Performers;
import io.renhua.connector.Tokens;
import io.renhua.conversation.ActionFailures;
import io.renhua.conversation.AlarmHandler;
import io.renhua.conversation.Arrivals;
import io.renhua.conversation.Asides;
import io.renhua.conversation.Backlog;
import io.renhua.conversation.Baton;
import io.renhua.conversation.Books;
import io.renhua.conversation.Calls;
import io.renhua.conversation.Channels;
import io.renhua.conversation.DeadLetters;
import io.renhua.conversation.DeskClock;
import io.renhua.conversation.DeskWatch;
import io.renhua.conversation.DoorDeadLetters;
import io.renhua.conversation.Ears;
import io.renhua.conversation.Erasures;
import io.renhua.conversation.ErrandRows;
import io.renhua.conversation.Errands;
import io.renhua.conversation.ErrandsBack;
import io.renhua.conversation.Farewells;
import io.renhua.conversation.Findings;
import io.renhua.conversation.Floods;
import io.renhua.conversation.Gathering;
import io.renhua.conversation.Housekeeping;
import io.renhua.conversation.Inbox;
import io.renhua.conversation.Leases;
import io.renhua.conversation.Ledger;
import io.renhua.conversation.LeftOpen;
import io.renhua.conversation.LongWaits;
import io.renhua.conversation.NodeWork;
import io.renhua.conversation.Outbox;
import io.renhua.conversation.OutboxRows;
import io.renhua.conversation.Personas;
import io.renhua.conversation.Pictures;
import io.renhua.conversation.Reception;
import io.renhua.conversation.SentPictures;
import io.renhua.conversation.SharedLeases;
import io.renhua.conversation.SharedTokens;
import io.renhua.conversation.SoleNode;
import io.renhua.conversation.States;
import io.renhua.conversation.StoreDeadLetters;
import io.renhua.conversation.StoreInbox;
import io.renhua.conversation.Timers;
import io.renhua.conversation.TurnHandler;
import io.renhua.conversation.Turnaways;
import io.renhua.conversation.Turns;
import io.renhua.conversation.Voice;
import io.renhua.conversation.Windows;
import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.LivePersona;
import io.renhua.door.SideDoor;
import io.renhua.handoff.Desk;
import io.renhua.handoff.DeskDrafts;
import io.renhua.handoff.Tags;
import io.renhua.hook.DoorHooks;
import io.renhua.hook.Hooks;
import io.renhua.journal.Journal;
import io.renhua.learning.CatchUp;
import io.renhua.learning.DoorPastChats;
import io.renhua.learning.DoorShelf;
import io.renhua.learning.PastChats;
import io.renhua.learning.Shelf;
import io.renhua.learning.StorePastChats;
import io.renhua.learning.StoreShelf;
import io.renhua.learning.WrongAnswers;
import io.renhua.people.Hallmarks;
import io.renhua.people.Profiles;
import io.renhua.people.Unions;
import io.renhua.publishing.DoorPublications;
import io.renhua.publishing.Editions;
import io.renhua.publishing.OldVersions;
import io.renhua.publishing.Spoken;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.Trials;
import io.renhua.retention.DoorForgetting;
import io.renhua.retention.Retention;
import io.renhua.retention.RetentionWatch;
import io.renhua.search.Finder;
import io.renhua.search.SearchFeed;
import io.renhua.server.ClosedChannels;
import io.renhua.server.ScrapeToken;
import io.renhua.store.Store;
import io.renhua.stream.Kafka;
import io.renhua.text.Wording;
import io.renhua.why.DoorExplanations;
import io.renhua.why.Explanations;
import io.renhua.why.Scripts;
import io.renhua.why.StoreExplanations;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The object graph, in the order in which one message goes through it. */
@Factory
final class Wiring {
    /** As finely as the store keeps moments: what comes back from there equals what went in. */
    private static final Duration AS_KEPT = Duration.of(1, ChronoUnit.MICROS);

    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), AS_KEPT);
    }

    /** Everything that can be wrong at the start is found here, all of it, before anything is opened. */
    @Singleton
    Cast cast(Environment environment, PersonaFolder folder, PlatformHttp http, Platforms platforms, Clock clock) {
        var problems = new ArrayList<Wording>();
        var configuration = Configuration.of(environment, problems);
        var _ = Configuration.scrapeToken(environment, problems);
        var personas = folder.learnAll(problems);
        var cast =
                Cast.assemble(configuration, personas, Platforms.WEB, platforms.configurable(), http, clock, problems);
        if (!problems.isEmpty()) {
            throw new CannotStart(problems);
        }
        return cast;
    }

    @Singleton
    Platforms platforms(Tokens tokens) {
        return new Platforms(tokens);
    }

    /** The store is opened once the cast is complete; no token is asked for before. */
    @Singleton
    Tokens tokens(Provider<Store> store) {
        return new SharedTokens(store::get);
    }

    @Singleton
    Configuration configuration(Environment environment) {
        return Configuration.of(environment, new ArrayList<>()); // cast() says what is wrong with it
    }

    @Singleton
    PersonaFolder scripts(Configuration configuration) {
        return new PersonaFolder(
                configuration.personas(),
                configuration.data(),
                configuration.publishing().byHand());
    }

    @Singleton
    PersonaWatch watch(PersonaFolder folder, Drafts drafts) {
        return new PersonaWatch(folder, drafts::saved);
    }

    @Singleton
    Drafts drafts(
            PersonaFolder folder,
            StorePublications publications,
            Publisher publisher,
            Wings wings,
            Configuration configuration,
            Clock clock) {
        return new Drafts(
                folder,
                publications,
                publisher,
                wings,
                configuration.publishing().byHand(),
                clock);
    }

    @Singleton
    StorePublications publications(Store store, Configuration configuration, Clock clock) {
        return new StorePublications(store, clock, configuration.terms());
    }

    @Singleton
    Trials trials(Store store, Clock clock) {
        return new Trials(store, clock);
    }

    @Singleton
    Spoken spoken(Store store, Clock clock) {
        return new Spoken(store, nodeName(), clock);
    }

    @Singleton
    VersionRecords versionRecords(StorePublications publications, Trials trials, Spoken spoken) {
        return new VersionRecords(publications, trials, spoken);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Publisher publisher(
            PersonaFolder folder,
            VersionRecords records,
            Personas personas,
            Wings wings,
            Configuration configuration,
            Clock clock) {
        var editions = new Editions(configuration.data());
        return new Publisher(
                folder,
                editions,
                records,
                personas,
                wings::enter,
                configuration.publishing().testers(),
                clock);
    }

    @Singleton
    Wings wings(Configuration configuration, Personas personas, Channels channels, PlatformHttp http, Clock clock) {
        var wings = new Wings(
                personas,
                channels,
                persona -> Cast.page(persona, configuration.page(persona), Platforms.WEB, http, clock));
        personas.rehearseOn(wings::rehearse);
        return wings;
    }

    @Singleton
    @Named("personas")
    Path personaFolder(Configuration configuration) {
        return configuration.personas();
    }

    @Singleton
    @Named("data")
    Path dataFolder(Configuration configuration) {
        return configuration.data();
    }

    @Singleton
    ScrapeToken scrapeToken(Environment environment) {
        return new ScrapeToken(
                Configuration.scrapeToken(environment, new ArrayList<>())); // cast() says what is wrong with it
    }

    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    PlatformHttp http() {
        return new PlatformHttp();
    }

    @Singleton
    @Bean(preDestroy = "close")
    Store store(Configuration configuration, Cast cast) {
        return Store.open(configuration.storeSettings());
    }

    @Singleton
    ClosedChannels closedChannels(Cast cast, Actions actions, HookSettings hooks, Wings wings) {
        return new ClosedChannels(
                Stream.of(
                                cast.closed().stream(),
                                hooks.untold().stream(),
                                actions.undone().stream(),
                                actions.missing(cast.personas().values()))
                        .flatMap(sentences -> sentences)
                        .toList(),
                wings::reasons);
    }

    @Singleton
    Channels channels(Cast cast, Configuration configuration) {
        return new Channels(cast.connectors(), configuration.screenByChannel());
    }

    @Singleton
    Personas personas(Cast cast) {
        return new Personas(cast.personas(), cast.personaByChannel());
    }

    @Singleton
    Journal journal(Store store) {
        return new Journal(store);
    }

    @Singleton
    StoreInbox inbox(Store store, Journal journal, Leases leases, Clock clock) {
        return new StoreInbox(store, journal, leases, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Kafka kafka(Configuration configuration, StoreInbox inbox, Store store, Journal journal) {
        var settings = configuration.kafka();
        if (settings == null) {
            return Kafka.none(inbox);
        }
        var problems = Kafka.problems(settings);
        if (!problems.isEmpty()) {
            throw new CannotStart(problems);
        }
        return Kafka.open(settings, inbox, store, journal);
    }

    /** What the door gives messages to: the store's inbox, or the one before it. */
    @Singleton
    @Primary
    Inbox door(Kafka kafka) {
        return kafka.inbox();
    }

    @Singleton
    Arrivals arrivals(Store store, Clock clock) {
        return new Arrivals(store, clock);
    }

    @Singleton
    Leases leases(Store store) {
        return store.shared() ? new SharedLeases(store, nodeName()) : new SoleNode(store);
    }

    private static String nodeName() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return "pid " + ProcessHandle.current().pid(); // a machine without a name
        }
    }

    @Singleton
    Gathering gathering(Channels channels, Personas personas, Configuration configuration, Clock clock) {
        return new Gathering(channels, personas, configuration.patienceByChannel(), configuration.patience(), clock);
    }

    @Singleton
    States states(Store store, Hallmarks hallmarks, Clock clock) {
        return new States(store, hallmarks, clock);
    }

    @Singleton
    Ears ears(Channels channels, Desk desk, Tags tags, Profiles profiles, Unions unions, Clock clock) {
        return new Ears(channels, desk, tags, profiles, unions, clock);
    }

    @Singleton
    Dialogue dialogue() {
        return new Dialogue();
    }

    @Singleton
    OutboxRows outboxRows(Store store, Journal journal, Leases leases, Clock clock) {
        return new OutboxRows(store, journal, leases, clock);
    }

    @Singleton
    Windows windows(Store store, Channels channels) {
        return new Windows(store, channels);
    }

    @Singleton
    Pictures pictures(Configuration configuration) {
        return new Pictures(configuration.publicUrl());
    }

    @Singleton
    Voice voice(Journal journal, OutboxRows rows, Channels channels, Pictures pictures, Clock clock) {
        return new Voice(journal, rows, channels, pictures, clock);
    }

    @Singleton
    Books books(
            States states,
            Timers timers,
            Dialogue dialogue,
            Desk desk,
            Baton baton,
            Voice voice,
            ErrandRows errands,
            Unions unions,
            Clock clock) {
        return new Books(states, timers, dialogue, desk, baton, voice, errands, unions, clock);
    }

    @Singleton
    Performers performers(Actions actions) {
        return actions.performers();
    }

    @Singleton
    Actions actions(
            Environment environment,
            @Named(PublicAddresses.NAME) PlatformHttp internet,
            PlatformHttp anywhere,
            List<Performer> beans,
            Clock clock) {
        return Actions.read(environment, internet, anywhere, beans, clock);
    }

    @Singleton
    @Named(PublicAddresses.NAME)
    AddressResolverGroup<?> publicAddresses() {
        return new PublicAddresses();
    }

    @Singleton
    @Named(PublicAddresses.NAME)
    @Bean(preDestroy = "close")
    PlatformHttp internet(BeanContext context) {
        return PlatformHttp.onTheInternet(context);
    }

    @Singleton
    ErrandRows errandRows(Store store, Clock clock) {
        return new ErrandRows(store, clock);
    }

    @Singleton
    Errands errands(Store store, ErrandRows rows, Performers performers, Timers timers, Clock clock) {
        return new Errands(store, rows, performers, timers, clock);
    }

    @Singleton
    ErrandsBack errandsBack(
            ErrandRows rows,
            Personas personas,
            Ears ears,
            Dialogue dialogue,
            Books books,
            Findings findings,
            Clock clock) {
        return new ErrandsBack(rows, personas, ears, dialogue, books, findings, clock);
    }

    @Singleton
    Ledger ledger(
            Store store,
            Arrivals arrivals,
            Gathering gathering,
            Leases leases,
            Desk desk,
            Journal journal,
            Books books,
            Voice voice,
            Outbox outbox,
            Clock clock) {
        return new Ledger(store, arrivals, gathering, leases, desk, journal, books, voice, outbox::book, clock);
    }

    @Singleton
    Timers timers(Store store, Leases leases, Clock clock) {
        return new Timers(store, leases, clock);
    }

    @Singleton
    LeftOpen leftOpen(Personas personas, States states, Dialogue dialogue, Journal journal, Clock clock) {
        return new LeftOpen(personas, states, dialogue, journal, clock);
    }

    @Singleton
    AlarmHandler alarms(
            Store store,
            Timers timers,
            Leases leases,
            Journal journal,
            LeftOpen leftOpen,
            LongWaits longWaits,
            DeskClock deskClock,
            ErrandsBack errands,
            Turnaways turnaways,
            Clock clock) {
        return new AlarmHandler(
                store, timers, leases, journal, leftOpen, longWaits, deskClock, errands, turnaways, clock);
    }

    @Singleton
    TurnHandler turnHandler(
            Reception reception,
            Asides asides,
            Personas personas,
            Ears ears,
            States states,
            Dialogue dialogue,
            Floods floods,
            Ledger ledger,
            Clock clock) {
        return new TurnHandler(reception, asides, personas, ears, states, dialogue, floods, ledger, clock);
    }

    @Singleton
    Turns turns(
            Arrivals arrivals,
            Gathering gathering,
            TurnHandler handler,
            Timers timers,
            AlarmHandler alarms,
            Store store,
            Calls calls,
            Journal journal,
            Clock clock) {
        return new Turns(arrivals, gathering, handler, timers, alarms, store, calls, journal, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    NodeWork work(
            StoreInbox inbox,
            Turns turns,
            Outbox outbox,
            Timers timers,
            Errands errands,
            DeskWatch desk,
            StoreDeadLetters deadLetters,
            Leases leases) {
        return new NodeWork(inbox, turns, outbox, timers, errands, desk, deadLetters, leases);
    }

    @Singleton
    StoreDeadLetters deadLetters(Store store, Desk desk, Journal journal, Leases leases, Clock clock) {
        return new StoreDeadLetters(store, desk, journal, leases, clock);
    }

    @Singleton
    Outbox outbox(OutboxRows rows, Channels channels, Leases leases, Cast cast, Farewells farewells, Clock clock) {
        rows.onGone(farewells::refused);
        return new Outbox(rows, channels, leases, cast.doubt(), clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Housekeeping housekeeping(
            Arrivals arrivals,
            DeskDrafts drafts,
            SentPictures pictures,
            ActionFailures failures,
            OldVersions versions,
            Hallmarks hallmarks) {
        return new Housekeeping(arrivals, drafts, pictures, failures, versions, hallmarks);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Retention retention(Store store, Desk desk, Personas personas, Clock clock) {
        return new Retention(store, desk, personas, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    RetentionWatch retentionWatch(Retention retention, Erasures erasures, Clock clock) {
        return new RetentionWatch(retention, erasures, ZoneId.systemDefault(), clock);
    }

    @Singleton
    ActionFailures actionFailures(Store store, Clock clock) {
        return new ActionFailures(store, clock);
    }

    @Singleton
    OldVersions oldVersions(Store store, Configuration configuration, Clock clock) {
        return new OldVersions(store, clock, configuration.publishing().kept());
    }

    @Singleton
    Backlog backlog(Store store) {
        return new Backlog(store);
    }

    @Singleton
    @Bean(preDestroy = "close")
    CatchUp catchUp(Store store, Journal journal, Personas personas, Clock clock) {
        return new CatchUp(store, journal, id -> personas.named(id).map(LivePersona::persona), clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    SearchFeed searchFeed(Store store, Journal journal) {
        return new SearchFeed(store, journal);
    }

    @Singleton
    Finder finder(Store store) {
        return new Finder(store);
    }

    @Singleton
    Shelf shelf(Store store, CatchUp catchUp) {
        return new StoreShelf(store, catchUp);
    }

    @Singleton
    WrongAnswers wrongAnswers(Store store, Journal journal, Personas personas, Clock clock) {
        return new WrongAnswers(store, journal, id -> personas.named(id).map(LivePersona::persona), clock);
    }

    @Singleton
    PastChats pastChats(Journal journal, Personas personas, Configuration configuration) {
        return new StorePastChats(
                journal,
                id -> personas.named(id).map(LivePersona::persona),
                configuration::platform,
                Platforms::limits);
    }

    @Singleton
    Scripts scripts(StorePublications publications, Configuration configuration) {
        return new Scripts(new SpokenScripts(publications, configuration.personas()));
    }

    @Singleton
    Explanations explanations(Journal journal, Scripts scripts) {
        return new StoreExplanations(journal, scripts);
    }

    @Singleton
    @Bean(preDestroy = "close")
    SideDoor sideDoor(
            Configuration configuration,
            Store store,
            Shelf shelf,
            DeadLetters letters,
            StorePublications publications,
            PastChats past,
            Explanations explanations,
            Hooks hooks,
            Programs programs,
            Retention retention) {
        return new SideDoor(
                configuration.data(),
                DoorShelf.service(shelf),
                DoorDeadLetters.service(letters),
                DoorPublications.service(publications),
                DoorPastChats.service(past),
                DoorExplanations.service(explanations),
                DoorHooks.service(hooks),
                DoorPrograms.service(programs),
                DoorForgetting.service(retention),
                Backup.service(store));
    }
}
