package io.renhua.learning;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import java.util.List;

/** In the store of the process that serves, asked through its door. */
public final class DoorShelf implements Shelf {
    private static final String SERVICE = "shelf";

    private final Guest guest;

    public DoorShelf(Guest guest) {
        this.guest = guest;
    }

    /** What the process that serves offers at the door. */
    public static Service service(Shelf shelf) {
        return Service.of(SERVICE, Ask.class, ask -> answer(shelf, ask));
    }

    private static Ask.Answer answer(Shelf shelf, Ask ask) {
        return switch (ask) {
            case Ask.Bubbles(var persona) -> Ask.Answer.of(shelf.bubbles(persona));
            case Ask.Decided(var persona) -> Ask.Answer.decided(shelf.decisions(persona));
            case Ask.Decide(var decisions) -> {
                shelf.decide(decisions);
                yield Ask.Answer.decided(decisions);
            }
        };
    }

    @Override
    public List<Bubble> bubbles(String persona) {
        return ask(new Ask.Bubbles(persona)).bubbles();
    }

    @Override
    public List<Decision> decisions(String persona) {
        return ask(new Ask.Decided(persona)).decisions();
    }

    @Override
    public void decide(List<Decision> decisions) {
        ask(new Ask.Decide(decisions));
    }

    private Ask.Answer ask(Ask ask) {
        return guest.ask(SERVICE, ask, Ask.Answer.class);
    }

    @Override
    public void close() {}
}
