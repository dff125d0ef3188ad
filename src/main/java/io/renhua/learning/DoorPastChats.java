package io.renhua.learning;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import java.time.Instant;
import java.util.List;

/** In the store of the process that serves, asked through its door. */
public final class DoorPastChats implements PastChats {
    private static final String SERVICE = "past-chats";

    private final Guest guest;

    public DoorPastChats(Guest guest) {
        this.guest = guest;
    }

    record Since(String persona, Instant since) {}

    record Turns(List<PastTurn> turns) {}

    /** What the process that serves offers at the door. */
    public static Service service(PastChats chats) {
        return Service.of(SERVICE, Since.class, ask -> new Turns(chats.since(ask.persona(), ask.since())));
    }

    @Override
    public List<PastTurn> since(String persona, Instant since) {
        return guest.ask(SERVICE, new Since(persona, since), Turns.class).turns();
    }

    @Override
    public void close() {}
}
