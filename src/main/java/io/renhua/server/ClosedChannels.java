package io.renhua.server;

import io.renhua.text.Phrasebook;
import io.renhua.text.Wording;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Channels that stay shut, actions that nobody does, and personas that may not speak yet.
 *
 * @param sinceTheStart a sentence each, as the start said them
 * @param waiting those that wait for something to be published
 */
public record ClosedChannels(List<Wording> sinceTheStart, Supplier<List<Wording>> waiting) {
    public ClosedChannels {
        sinceTheStart = List.copyOf(sinceTheStart);
    }

    /** A sentence each. */
    public List<String> reasons() {
        return reasons(Phrasebook.ENGLISH);
    }

    /** The same in the language of whoever reads them. */
    public List<String> reasons(String language) {
        return Stream.concat(sinceTheStart.stream(), waiting.get().stream())
                .map(why -> why.in(language))
                .toList();
    }
}
