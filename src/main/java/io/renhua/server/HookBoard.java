package io.renhua.server;

import io.renhua.hook.HookStand;
import io.renhua.hook.Hooks;
import io.renhua.store.StoreAway;
import io.renhua.text.Wording;
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

    /** @param language of whoever reads it */
    static Map<String, Object> shown(HookStand stand, String language) {
        var shown = new HashMap<String, Object>();
        shown.put("name", stand.name());
        shown.put("host", stand.host());
        shown.put("state", stand.state());
        shown.put("waiting", stand.waiting());
        shown.put("oldest", moment(stand.oldest()));
        shown.put("next", moment(stand.nextTry()));
        shown.put("dead", stand.dead());
        shown.put("why", told(stand.lastError(), language));
        shown.put("whyAt", moment(stand.lastErrorAt()));
        shown.put(
                "putAside",
                stand.putAside().stream().map(each -> shown(each, language)).toList());
        return shown;
    }

    private static Map<String, Object> shown(HookStand.PutAside each, String language) {
        return Map.of(
                "event", each.event(),
                "type", each.type(),
                "conversation", each.conversation(),
                "at", each.at().toString(),
                "why", told(each.why(), language));
    }

    private static String told(@Nullable String why, String language) {
        return why == null ? "" : Wording.recalled(why).in(language);
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
