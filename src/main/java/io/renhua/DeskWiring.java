package io.renhua;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.renhua.conversation.AgentWatch;
import io.renhua.conversation.Announcements;
import io.renhua.conversation.Asides;
import io.renhua.conversation.Baton;
import io.renhua.conversation.Briefs;
import io.renhua.conversation.Calls;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Closings;
import io.renhua.conversation.DeskClock;
import io.renhua.conversation.DeskMonitor;
import io.renhua.conversation.DeskWatch;
import io.renhua.conversation.Ears;
import io.renhua.conversation.Echoes;
import io.renhua.conversation.Endings;
import io.renhua.conversation.Erasures;
import io.renhua.conversation.ErrandRows;
import io.renhua.conversation.Farewells;
import io.renhua.conversation.Findings;
import io.renhua.conversation.Floods;
import io.renhua.conversation.LegalHolds;
import io.renhua.conversation.Likenesses;
import io.renhua.conversation.LiveDesk;
import io.renhua.conversation.LongWaits;
import io.renhua.conversation.Merges;
import io.renhua.conversation.Notes;
import io.renhua.conversation.Offers;
import io.renhua.conversation.OfficeHours;
import io.renhua.conversation.Personas;
import io.renhua.conversation.PutOffs;
import io.renhua.conversation.Reception;
import io.renhua.conversation.Replies;
import io.renhua.conversation.ReplyRules;
import io.renhua.conversation.SentPictures;
import io.renhua.conversation.States;
import io.renhua.conversation.Suggestions;
import io.renhua.conversation.Survey;
import io.renhua.conversation.Timers;
import io.renhua.conversation.Turnaways;
import io.renhua.conversation.Unheard;
import io.renhua.conversation.Voice;
import io.renhua.conversation.WaitPromises;
import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.Passages;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Blocks;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.Desk;
import io.renhua.handoff.DeskDrafts;
import io.renhua.handoff.Gazes;
import io.renhua.handoff.Macros;
import io.renhua.handoff.Ratings;
import io.renhua.handoff.Stretches;
import io.renhua.handoff.Tags;
import io.renhua.handoff.Ticks;
import io.renhua.handoff.Urgency;
import io.renhua.journal.Journal;
import io.renhua.people.Hallmarks;
import io.renhua.people.Profiles;
import io.renhua.people.SignIns;
import io.renhua.people.Unions;
import io.renhua.server.DeskBlocking;
import io.renhua.server.DeskMerging;
import io.renhua.server.DeskPrivacy;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The part of the object graph that works for the people at the desk. */
@Factory
final class DeskWiring {
    @Singleton
    DeskSettings deskSettings(Configuration configuration) {
        return configuration.desk();
    }

    @Singleton
    DeskPrivacy deskPrivacy(DeskSettings settings) {
        return settings.privacy();
    }

    @Singleton
    DeskBlocking deskBlocking(DeskSettings settings) {
        return settings.blocking();
    }

    @Singleton
    DeskMerging deskMerging(DeskSettings settings) {
        return settings.merging();
    }

    @Singleton
    Agents agents(Store store, Clock clock) {
        return new Agents(store, clock);
    }

    @Singleton
    Desk desk(Store store, Journal journal, DeskSettings settings, Clock clock) {
        return new Desk(store, journal, settings.attendance(), clock);
    }

    @Singleton
    Tags tags(Store store, Journal journal, Clock clock) {
        return new Tags(store, journal, clock);
    }

    @Singleton
    Hallmarks hallmarks(Store store, DeskSettings settings, Personas personas, Clock clock) {
        return new Hallmarks(store, settings.merging().recognisedBy(), personas::homeOf, clock);
    }

    @Singleton
    Profiles profiles(Store store, Journal journal, Hallmarks hallmarks, Clock clock) {
        return new Profiles(store, journal, hallmarks, clock);
    }

    @Singleton
    SignIns signIns(Store store, Journal journal, Profiles profiles, Hallmarks hallmarks) {
        return new SignIns(store, journal, profiles, hallmarks);
    }

    @Singleton
    Unions unions(Store store) {
        return new Unions(store);
    }

    @Singleton
    Likenesses likenesses(Unions unions, Hallmarks hallmarks, Profiles profiles, States states, Personas personas) {
        return new Likenesses(unions, hallmarks, profiles, states, personas);
    }

    @Singleton
    Merges merges(
            Store store, Likenesses likenesses, Unions unions, Journal journal, DeskSettings settings, Clock clock) {
        return new Merges(store, likenesses, unions, journal, settings.times(), clock);
    }

    @Singleton
    Findings findings(Notes notes, Profiles profiles) {
        return new Findings(notes, profiles);
    }

    @Singleton
    Urgency urgency(Store store, Journal journal, Clock clock) {
        return new Urgency(store, journal, clock);
    }

    @Singleton
    DeskDrafts deskDrafts(Store store, Journal journal, Clock clock) {
        return new DeskDrafts(store, journal, clock);
    }

    @Singleton
    Gazes gazes(Store store, Clock clock) {
        return new Gazes(store.bell(), clock);
    }

    @Singleton
    Baton baton(Desk desk, Agents agents, Timers timers, Voice voice, DeskDrafts drafts, DeskSettings settings) {
        return new Baton(desk, agents, timers, voice, drafts, settings.times());
    }

    @Singleton
    Announcements announcements(Personas personas, States states, Voice voice, Clock clock) {
        return new Announcements(personas, states, new Passages(), voice, clock);
    }

    @Singleton
    Calls calls(Desk desk, Baton baton, Announcements announcements, OfficeHours hours, Clock clock) {
        return new Calls(desk, baton, announcements, hours, clock);
    }

    @Singleton
    Briefs briefs(
            Store store,
            Desk desk,
            Personas personas,
            States states,
            Ears ears,
            Timers timers,
            Journal journal,
            Clock clock) {
        return new Briefs(store, desk, new Ratings(), personas, states, ears, timers, journal, clock);
    }

    @Singleton
    Survey survey(Store store, Announcements announcements, Channels channels, Journal journal, Clock clock) {
        return new Survey(store, new Ratings(), announcements, channels, journal, clock);
    }

    @Singleton
    PutOffs putOffs(Desk desk, Agents agents, Baton baton, Journal journal, Clock clock) {
        return new PutOffs(desk, agents, baton, journal, clock);
    }

    @Singleton
    Notes notes(Journal journal, DeskDrafts drafts, PutOffs putOffs, Clock clock) {
        return new Notes(journal, drafts, putOffs, clock);
    }

    @Singleton
    Reception reception(Store store, Desk desk, PutOffs putOffs, Baton baton, Clock clock) {
        return new Reception(store, desk, putOffs, baton, clock);
    }

    @Singleton
    Endings endings(
            Baton baton, Announcements announcements, States states, Dialogue dialogue, Survey survey, Clock clock) {
        return new Endings(baton, announcements, states, dialogue, survey, clock);
    }

    @Singleton
    Asides asides(
            Survey survey,
            Desk desk,
            Baton baton,
            Endings endings,
            Farewells farewells,
            Unheard unheard,
            Journal journal,
            Clock clock) {
        return new Asides(survey, new Echoes(desk, baton, endings, journal, clock), farewells, unheard);
    }

    @Singleton
    Closings closings(Baton baton, Timers timers, ErrandRows errands, States states, Dialogue dialogue, Clock clock) {
        return new Closings(baton, timers, errands, states, dialogue, clock);
    }

    @Singleton
    Blocks blocks(Store store) {
        return new Blocks(store);
    }

    @Singleton
    Unheard unheard(Blocks blocks, Personas personas, States states, Ears ears, Dialogue dialogue, Clock clock) {
        return new Unheard(blocks, personas, states, ears, dialogue, clock);
    }

    @Singleton
    Turnaways turnaways(
            Store store,
            Desk desk,
            Blocks blocks,
            Closings closings,
            Timers timers,
            Journal journal,
            DeskSettings settings,
            Clock clock) {
        return new Turnaways(store, desk, blocks, closings, timers, journal, settings.times(), clock);
    }

    @Singleton
    Floods floods(Store store, Journal journal, DeskSettings settings, Clock clock) {
        return new Floods(store, journal, settings.floods(), clock);
    }

    @Singleton
    Farewells farewells(Desk desk, Baton baton, Closings closings, Journal journal) {
        return new Farewells(desk, baton, closings, journal);
    }

    @Singleton
    DeskClock deskClock(
            Desk desk,
            Agents agents,
            Baton baton,
            Timers timers,
            Announcements announcements,
            OfficeHours hours,
            Endings endings,
            Clock clock) {
        return new DeskClock(desk, agents, baton, timers, announcements, hours, endings, clock);
    }

    @Singleton
    OfficeHours officeHours(Personas personas, States states, Clock clock) {
        return new OfficeHours(personas, states, clock);
    }

    @Singleton
    AgentWatch agentWatch(
            Store store, Desk desk, Agents agents, DeskClock deskClock, DeskSettings settings, Clock clock) {
        return new AgentWatch(store, desk, agents, deskClock, settings.times(), clock);
    }

    @Singleton
    Offers offers(
            Store store,
            Desk desk,
            Agents agents,
            Baton baton,
            States states,
            Personas personas,
            Floods floods,
            DeskSettings settings,
            Clock clock) {
        return new Offers(store, desk, agents, baton, states, personas, floods, settings.times(), clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    DeskWatch deskWatch(Offers offers, AgentWatch agents, DeskMonitor monitor, DeskSettings settings) {
        return new DeskWatch(
                settings.offers()
                        ? List.of(offers::look, agents::look, monitor::look)
                        : List.of(agents::look, monitor::look));
    }

    @Singleton
    DeskMonitor deskMonitor(Store store, Desk desk, Agents agents, DeskSettings settings, Clock clock) {
        return new DeskMonitor(store, desk, agents, settings.monitor(), clock);
    }

    @Singleton
    LongWaits longWaits(Desk desk, Announcements announcements, Journal journal, Clock clock) {
        return new LongWaits(desk, announcements, journal, clock);
    }

    @Singleton
    WaitPromises waitPromises(Store store) {
        return new WaitPromises(store);
    }

    @Singleton
    Erasures erasures(Store store, Desk desk, Unions unions, Journal journal, Clock clock) {
        return new Erasures(store, desk, unions, journal, clock);
    }

    @Singleton
    LegalHolds legalHolds(Store store, Journal journal, Clock clock) {
        return new LegalHolds(store, journal, clock);
    }

    @Singleton
    Stretches stretches(Store store) {
        return new Stretches(store);
    }

    @Singleton
    LiveDesk liveDesk(
            Store store,
            Desk desk,
            Baton baton,
            Announcements announcements,
            Endings endings,
            DeskSettings settings,
            Clock clock) {
        return new LiveDesk(store, desk, baton, announcements, endings, settings.times(), clock);
    }

    @Singleton
    SentPictures sentPictures(Store store, Clock clock) {
        return new SentPictures(store, clock);
    }

    @Singleton
    Suggestions suggestions(Journal journal, Desk desk, Personas personas, States states, Ears ears, Clock clock) {
        return new Suggestions(journal, desk, personas, states, ears, clock);
    }

    @Singleton
    CannedReplies cannedReplies(Store store, Clock clock) {
        return new CannedReplies(store, clock);
    }

    @Singleton
    Ticks ticks(Store store, Journal journal, Clock clock) {
        return new Ticks(store, journal, clock);
    }

    @Singleton
    Macros macros(Store store, Clock clock) {
        return new Macros(store, clock);
    }

    @Singleton
    ReplyRules replyRules(Personas personas, States states, Clock clock) {
        return new ReplyRules(personas, states, clock);
    }

    @Singleton
    Replies replies(
            Store store,
            Desk desk,
            ReplyRules rules,
            Voice voice,
            Journal journal,
            Timers timers,
            DeskDrafts drafts,
            Notes notes) {
        return new Replies(store, desk, rules, voice, journal, timers, drafts, notes);
    }
}
