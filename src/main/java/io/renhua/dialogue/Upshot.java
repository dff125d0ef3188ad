package io.renhua.dialogue;

import java.util.List;

/**
 * What one breath comes to.
 *
 * @param whole everything that is said to it and done about it
 * @param each what every sentence of it was taken for, in their order; it may have no moves of its own
 */
public record Upshot(Step whole, List<Step> each) {
    public Upshot {
        each = List.copyOf(each);
    }
}
