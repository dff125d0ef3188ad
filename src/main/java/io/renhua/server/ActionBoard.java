package io.renhua.server;

import io.renhua.conversation.ActionFailures;
import io.renhua.conversation.ActionFailures.Stand;
import io.renhua.store.StoreAway;
import io.renhua.text.Wording;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How it goes with the actions that programs do for personas, for the page of operations. */
@Singleton
final class ActionBoard {
    private final ActionFailures failures;

    ActionBoard(ActionFailures failures) {
        this.failures = failures;
    }

    List<Stand> now() {
        try {
            return failures.now();
        } catch (StoreAway e) {
            return List.of(); // the page says that it is away
        }
    }

    /** Whether somebody should look. */
    static boolean isTroubled(Stand stand) {
        return stand.failed() > 0 || (stand.waiting() > 0 && stand.why() != null);
    }

    /** @param language of whoever reads it */
    static Map<String, Object> shown(Stand stand, String language) {
        var shown = new HashMap<String, Object>();
        shown.put("action", stand.action());
        shown.put("persona", stand.persona());
        shown.put("waiting", stand.waiting());
        shown.put("failed", stand.failed());
        shown.put(
                "why", stand.why() == null ? "" : Wording.recalled(stand.why()).in(language));
        shown.put("at", stand.at() == null ? "" : stand.at().toString());
        shown.put("state", isTroubled(stand) ? "failing" : "well");
        return shown;
    }
}
