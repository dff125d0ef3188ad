package io.renhua.cli;

import io.renhua.connector.Connector;
import io.renhua.text.Wording;
import java.util.List;

/**
 * The accounts that a persona speaks with.
 *
 * @param closed those that cannot be used, and why, a sentence each
 */
public record Accounts(List<Connector> open, List<Wording> closed) {
    public Accounts {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }
}
