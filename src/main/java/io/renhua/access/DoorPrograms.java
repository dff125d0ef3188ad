package io.renhua.access;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import java.util.List;

/** Those of the process that serves, asked through its door. */
public final class DoorPrograms implements Programs {
    private static final String SERVICE = "programs";

    private final Guest guest;

    public DoorPrograms(Guest guest) {
        this.guest = guest;
    }

    /** What is asked; one record each, since the door takes one line of JSON. */
    sealed interface Ask {
        record Passes() implements Ask {}

        record LetIn(Wish wish) implements Ask {}

        record TurnAway(String id) implements Ask {}
    }

    /** @param token empty where none was made */
    record Answer(List<Pass> passes, String token, boolean done) {
        @Override
        public String toString() {
            return "an answer about " + passes.size() + " tokens";
        }
    }

    /** What the process that serves offers at the door. */
    public static Service service(Programs programs) {
        return Service.of(SERVICE, Ask.class, ask -> answer(programs, ask));
    }

    private static Answer answer(Programs programs, Ask ask) {
        return switch (ask) {
            case Ask.Passes() -> new Answer(programs.passes(), "", true);
            case Ask.LetIn(var wish) -> new Answer(List.of(), programs.letIn(wish), true);
            case Ask.TurnAway(var id) -> new Answer(List.of(), "", programs.turnAway(id));
        };
    }

    @Override
    public List<Pass> passes() {
        return ask(new Ask.Passes()).passes();
    }

    @Override
    public String letIn(Wish wish) {
        return ask(new Ask.LetIn(wish)).token();
    }

    @Override
    public boolean turnAway(String id) {
        return ask(new Ask.TurnAway(id)).done();
    }

    private Answer ask(Ask ask) {
        return guest.ask(SERVICE, ask, Answer.class);
    }

    @Override
    public void close() {}
}
