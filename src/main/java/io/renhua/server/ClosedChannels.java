package io.renhua.server;

import java.util.List;

/**
 * Channels that stay shut, and actions that nobody does.
 *
 * @param reasons a sentence each, as the start said them
 */
public record ClosedChannels(List<String> reasons) {
    public ClosedChannels {
        reasons = List.copyOf(reasons);
    }
}
