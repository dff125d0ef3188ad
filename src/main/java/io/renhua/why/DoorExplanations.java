package io.renhua.why;

import io.renhua.door.Guest;
import io.renhua.door.Service;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In the store of the process that serves, asked through its door. */
public final class DoorExplanations implements Explanations {
    private static final String SERVICE = "why";

    private final Guest guest;

    public DoorExplanations(Guest guest) {
        this.guest = guest;
    }

    /** What is asked; the door takes one line of JSON. */
    sealed interface Ask {
        record Bubble(long number) implements Ask {}

        record Last(@Nullable String persona, int most) implements Ask {}

        record LastMissed(@Nullable String persona, int most) implements Ask {}
    }

    record Answer(List<Explanation> explanations) {}

    /** What the process that serves offers at the door. */
    public static Service service(Explanations explanations) {
        return Service.of(SERVICE, Ask.class, ask -> answer(explanations, ask));
    }

    private static Answer answer(Explanations explanations, Ask ask) {
        return new Answer(
                switch (ask) {
                    case Ask.Bubble(var number) ->
                        explanations.of(number).stream().toList();
                    case Ask.Last(var persona, var most) -> explanations.last(persona, most);
                    case Ask.LastMissed(var persona, var most) -> explanations.lastMissed(persona, most);
                });
    }

    @Override
    public Optional<Explanation> of(long bubble) {
        return ask(new Ask.Bubble(bubble)).stream().findFirst();
    }

    @Override
    public List<Explanation> last(@Nullable String persona, int most) {
        return ask(new Ask.Last(persona, most));
    }

    @Override
    public List<Explanation> lastMissed(@Nullable String persona, int most) {
        return ask(new Ask.LastMissed(persona, most));
    }

    private List<Explanation> ask(Ask ask) {
        return guest.ask(SERVICE, ask, Answer.class).explanations();
    }

    @Override
    public void close() {}
}
