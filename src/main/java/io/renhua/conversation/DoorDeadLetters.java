package io.renhua.conversation;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import java.util.List;

/** In the store of the process that serves, asked through its door. */
public final class DoorDeadLetters implements DeadLetters {
    private static final String SERVICE = "dead-letters";

    private final Guest guest;

    public DoorDeadLetters(Guest guest) {
        this.guest = guest;
    }

    /** What is asked; one record each, since the door takes one line of JSON. */
    sealed interface Ask {
        record Letters(int most) implements Ask {}

        record Replay(String id, String by) implements Ask {}

        record ReplayAll(String channel, String by) implements Ask {}

        record Discard(String id, String by) implements Ask {}
    }

    /** @param taken how many were found and dealt with */
    record Answer(List<DeadLetter> letters, int taken) {}

    /** What the process that serves offers at the door. */
    public static Service service(DeadLetters letters) {
        return Service.of(SERVICE, Ask.class, ask -> answer(letters, ask));
    }

    private static Answer answer(DeadLetters letters, Ask ask) {
        return switch (ask) {
            case Ask.Letters(var most) -> new Answer(letters.list(most), 0);
            case Ask.Replay(var id, var by) -> new Answer(List.of(), letters.replay(id, by) ? 1 : 0);
            case Ask.ReplayAll(var channel, var by) -> new Answer(List.of(), letters.replayAll(channel, by));
            case Ask.Discard(var id, var by) -> new Answer(List.of(), letters.discard(id, by) ? 1 : 0);
        };
    }

    @Override
    public List<DeadLetter> list(int most) {
        return ask(new Ask.Letters(most)).letters();
    }

    @Override
    public boolean replay(String id, String by) {
        return ask(new Ask.Replay(id, by)).taken() == 1;
    }

    @Override
    public int replayAll(String channel, String by) {
        return ask(new Ask.ReplayAll(channel, by)).taken();
    }

    @Override
    public boolean discard(String id, String by) {
        return ask(new Ask.Discard(id, by)).taken() == 1;
    }

    private Answer ask(Ask ask) {
        return guest.ask(SERVICE, ask, Answer.class);
    }

    @Override
    public void close() {}
}
