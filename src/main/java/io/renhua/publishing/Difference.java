package io.renhua.publishing;

import java.util.List;

/**
 * What is different at one place of a persona.
 *
 * @param place as scripts name it, such as {@code lines.order_status}
 * @param what is different there: {@code says}, {@code asks}, which trait of which way of saying it, or nothing more
 * @param locale of the words; empty for a setting
 * @param before what is gone
 * @param after what is new
 */
public record Difference(String place, String what, String locale, List<String> before, List<String> after) {
    public Difference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
