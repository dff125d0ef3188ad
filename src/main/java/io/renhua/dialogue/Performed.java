package io.renhua.dialogue;

import io.renhua.persona.Action;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an action came to. */
public sealed interface Performed {

    /** @param result one of those that the script names, with the values it names for it */
    record Done(String result, Map<String, String> values) implements Performed {
        public Done {
            values = Map.copyOf(values);
        }
    }

    /** Nothing came of it. */
    record Failed(String why) implements Performed {}

    /** The same, where it is as the script has it; what is not counts as failed. */
    default Performed asAgreed(@Nullable Action action) {
        return switch (this) {
            case Failed failed -> failed;
            case Done ignored when action == null -> new Failed("the script has no such action any more");
            case Done(var result, var values) ->
                action.mismatch(result, values)
                        .<Performed>map(why -> new Failed("it " + why))
                        .orElseGet(() -> new Done(result, action.agreed(result, values)));
        };
    }
}
