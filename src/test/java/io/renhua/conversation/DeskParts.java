package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.Passages;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Blocks;
import io.renhua.handoff.Desk;
import io.renhua.handoff.DeskDrafts;
import io.renhua.handoff.Ratings;
import io.renhua.journal.Journal;
import io.renhua.store.Store;
import java.time.Clock;

/** What works for the people at the desk, put together as it is when it serves; nothing runs by itself. */
final class DeskParts {
    static final DeskTimes TIMES = DeskTimes.STANDARD;

    final Agents agents;
    final DeskDrafts drafts;
    final Baton baton;
    final Announcements announcements;
    final Survey survey;
    final Notes notes;
    final Endings endings;
    final Closings closings;
    final Farewells farewells;
    final Blocks blocks;
    final Turnaways turnaways;
    final Floods floods;
    final Asides asides;
    final Reception reception;
    final DeskClock clock;
    final LongWaits longWaits;
    final Calls calls;
    final LiveDesk live;
    final ReplyRules rules;
    final Replies replies;
    final Offers offers;
    final AgentWatch watch;

    DeskParts(
            Store store,
            Journal journal,
            Agents agents,
            Desk desk,
            Personas personas,
            States states,
            Dialogue dialogue,
            Channels channels,
            Voice voice,
            Timers timers,
            ErrandRows errands,
            Ears ears,
            Clock time) {
        this.agents = agents;
        drafts = new DeskDrafts(store, journal, time);
        baton = new Baton(desk, agents, timers, voice, drafts, TIMES);
        announcements = new Announcements(personas, states, new Passages(), voice, time);
        survey = new Survey(store, new Ratings(), announcements, channels, journal, time);
        var putOffs = new PutOffs(desk, agents, baton, journal, time);
        notes = new Notes(journal, drafts, putOffs, time);
        reception = new Reception(store, desk, putOffs, baton, time);
        endings = new Endings(baton, announcements, states, dialogue, survey, time);
        closings = new Closings(baton, timers, errands, states, dialogue, time);
        farewells = new Farewells(desk, baton, closings, journal);
        blocks = new Blocks(store);
        turnaways = new Turnaways(store, desk, blocks, closings, timers, journal, TIMES, time);
        var unheard = new Unheard(blocks, personas, states, ears, dialogue, time);
        floods = new Floods(store, journal, Floods.Rates.STANDARD, time);
        asides = new Asides(survey, new Echoes(desk, baton, endings, journal, time), farewells, unheard);
        var hours = new OfficeHours(personas, states, time);
        clock = new DeskClock(desk, agents, baton, timers, announcements, hours, endings, time);
        longWaits = new LongWaits(desk, announcements, journal, time);
        calls = new Calls(desk, baton, announcements, hours, time);
        live = new LiveDesk(store, desk, baton, announcements, endings, TIMES, time);
        rules = new ReplyRules(personas, states, time);
        replies = new Replies(store, desk, rules, voice, journal, timers, drafts, notes);
        offers = new Offers(store, desk, agents, baton, states, personas, floods, TIMES, time);
        watch = new AgentWatch(store, desk, agents, clock, TIMES, time);
    }
}
