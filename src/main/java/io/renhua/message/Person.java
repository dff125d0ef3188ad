package io.renhua.message;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes to us, as the platform shows them.
 *
 * @param id the platform's id of the person, unique within the channel
 * @param name a display name, where the platform sends one along
 * @param locale a BCP 47 tag from the platform's profile, where it sends one along
 */
public record Person(
        String id, @Nullable String name, @Nullable String locale) {

    public static Person of(String id) {
        return new Person(id, null, null);
    }
}
