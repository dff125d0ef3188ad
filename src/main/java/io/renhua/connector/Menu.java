package io.renhua.connector;

import io.renhua.message.Choice;
import java.util.List;
import java.util.Map;

/**
 * What a channel's menu is to offer.
 *
 * @param standard the locale for who speaks none of the others
 * @param choices by locale
 */
public record Menu(String standard, Map<String, List<Choice>> choices) {
    public Menu {
        choices = Map.copyOf(choices);
    }

    /** In a locale, or in the standard one where that is not spoken. */
    public List<Choice> in(String locale) {
        return choices.getOrDefault(locale, choices.getOrDefault(standard, List.of()));
    }
}
