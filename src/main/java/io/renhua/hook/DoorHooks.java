package io.renhua.hook;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import java.time.Instant;
import java.util.List;

/** In the store of the process that serves, asked through its door. */
public final class DoorHooks implements Hooks {
    private static final String SERVICE = "hooks";

    private final Guest guest;

    public DoorHooks(Guest guest) {
        this.guest = guest;
    }

    /** What is asked; one record each, since the door takes one line of JSON. */
    sealed interface Ask {
        record Stands() implements Ask {}

        record Test(String hook) implements Ask {}

        record Replay(String hook, String event) implements Ask {}

        record ReplaySince(String hook, Instant since) implements Ask {}

        record Resume(String hook) implements Ask {}
    }

    /** @param done how many were found and dealt with */
    record Answer(List<HookStand> stands, int done) {}

    /** What the process that serves offers at the door. */
    public static Service service(Hooks hooks) {
        return Service.of(SERVICE, Ask.class, ask -> answer(hooks, ask));
    }

    private static Answer answer(Hooks hooks, Ask ask) {
        return switch (ask) {
            case Ask.Stands() -> new Answer(hooks.list(), 0);
            case Ask.Test(var hook) -> new Answer(List.of(), hooks.test(hook) ? 1 : 0);
            case Ask.Replay(var hook, var event) -> new Answer(List.of(), hooks.replay(hook, event) ? 1 : 0);
            case Ask.ReplaySince(var hook, var since) -> new Answer(List.of(), hooks.replaySince(hook, since));
            case Ask.Resume(var hook) -> new Answer(List.of(), hooks.resume(hook) ? 1 : 0);
        };
    }

    @Override
    public List<HookStand> list() {
        return ask(new Ask.Stands()).stands();
    }

    @Override
    public boolean test(String hook) {
        return ask(new Ask.Test(hook)).done() == 1;
    }

    @Override
    public boolean replay(String hook, String event) {
        return ask(new Ask.Replay(hook, event)).done() == 1;
    }

    @Override
    public int replaySince(String hook, Instant since) {
        return ask(new Ask.ReplaySince(hook, since)).done();
    }

    @Override
    public boolean resume(String hook) {
        return ask(new Ask.Resume(hook)).done() == 1;
    }

    private Answer ask(Ask ask) {
        return guest.ask(SERVICE, ask, Answer.class);
    }

    @Override
    public void close() {}
}
