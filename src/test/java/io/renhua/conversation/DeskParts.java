package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.journal.Journal;
import io.renhua.store.Store;
import java.time.Clock;

/** What works for the people at the desk, put together as it is when it serves; nothing runs by itself. */
final class DeskParts {
    static final DeskTimes TIMES = DeskTimes.STANDARD;

    final Agents agents;
    final Baton baton;
    final Announcements announcements;
    final Reception reception;
    final DeskClock clock;
    final LongWaits longWaits;
    final Calls calls;
    final LiveDesk live;
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
            Voice voice,
            Timers timers,
            Clock time) {
        this.agents = agents;
        baton = new Baton(desk, agents, timers, voice, TIMES);
        announcements = new Announcements(personas, states, dialogue, voice, time);
        reception = new Reception(store, desk, agents, baton, time);
        var hours = new OfficeHours(personas, states, time);
        clock = new DeskClock(desk, agents, baton, timers, announcements, hours, time);
        longWaits = new LongWaits(desk, announcements, journal, time);
        calls = new Calls(desk, baton, announcements, hours, time);
        live = new LiveDesk(store, desk, baton, announcements, states, dialogue, TIMES, time);
        replies = new Replies(store, desk, personas, states, voice, journal, timers, time);
        offers = new Offers(store, desk, agents, baton, states, personas, TIMES, time);
        watch = new AgentWatch(store, desk, agents, clock, TIMES, time);
    }
}
