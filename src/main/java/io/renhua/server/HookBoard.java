package io.renhua.server;

import io.renhua.hook.HookStand;
import io.renhua.hook.Hooks;
import io.renhua.store.StoreAway;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How it goes with those who are told what happens, for the page of operations. */
@Singleton
final class HookBoard {
    private final Hooks hooks;

    HookBoard(Hooks hooks) {
        this.hooks = hooks;
    }

    List<HookStand> now() {
        try {
            return hooks.list();
        } catch (StoreAway e) {
            return List.of(); // the page says that it is away
        }
    }

    /** Whether somebody should look. */
    static boolean isTroubled(HookStand stand) {
        return !stand.state().equals("well") || stand.dead() > 0;
    }

    static Map<String, Object> shown(HookStand stand) {
        var shown = new HashMap<String, Object>();
        shown.put("name", stand.name());
        shown.put("host", stand.host());
        shown.put("state", stand.state());
        shown.put("waiting", stand.waiting());
        shown.put("oldest", moment(stand.oldest()));
        shown.put("next", moment(stand.nextTry()));
        shown.put("dead", stand.dead());
        shown.put("why", stand.lastError() == null ? "" : stand.lastError());
        shown.put("whyAt", moment(stand.lastErrorAt()));
        shown.put("putAside", stand.putAside().stream().map(HookBoard::shown).toList());
        return shown;
    }

    private static Map<String, Object> shown(HookStand.PutAside each) {
        return Map.of(
                "event", each.event(),
                "type", each.type(),
                "conversation", each.conversation(),
                "at", each.at().toString(),
                "why", each.why() == null ? "" : each.why());
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
