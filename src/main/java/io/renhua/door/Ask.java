package io.renhua.door;

import org.jspecify.annotations.Nullable;

/**
 * One line of JSON through the door; one comes back.
 *
 * @param service by its name
 * @param question as the service reads it
 */
record Ask(String service, String question) {

    /** @param trouble why there is no answer, in words; null when all is well */
    record Answer(@Nullable String answer, @Nullable String trouble) {
        static Answer of(String answer) {
            return new Answer(answer, null);
        }

        static Answer failed(String trouble) {
            return new Answer(null, trouble);
        }
    }
}
