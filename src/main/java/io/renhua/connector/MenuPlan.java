package io.renhua.connector;

import java.util.List;
import java.util.function.Supplier;

/** What becomes of a menu on a platform. */
public sealed interface MenuPlan {

    /**
     * It can be set from here.
     *
     * @param shows what people will see, a line each
     * @param leftOut what the platform does not take, a sentence each
     * @param set sets it; what was there before is gone
     */
    record Shown(List<String> shows, List<String> leftOut, Supplier<Delivery> set) implements MenuPlan {
        public Shown {
            shows = List.copyOf(shows);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** It cannot. */
    record None(String why) implements MenuPlan {}
}
