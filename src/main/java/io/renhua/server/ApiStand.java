package io.renhua.server;

import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who owes a conversation's next word, as programs read it. */
final class ApiStand {
    private final Map<String, Object> stand = new LinkedHashMap<>();

    private ApiStand() {}

    static Map<String, Object> of(Ownership owner) {
        var told = new ApiStand();
        told.put("state", ApiStates.of(owner));
        told.put("epoch", owner.epoch());
        switch (owner) {
            case Ownership.Bot bot -> {}
            case Queued queued -> told.asked(queued.request());
            case Offered offered -> {
                told.asked(offered.request());
                told.has(offered.agent(), offered.since(), offered.until());
            }
            case Human human -> told.has(human.agent(), human.since(), null);
            case Transfer transfer -> {
                told.has(transfer.agent(), transfer.since(), transfer.until());
                told.put("to_agent", transfer.to().agent());
                told.put("to_team", transfer.to().team());
            }
            case Hold hold -> {
                told.asked(hold.request());
                told.put("agent", hold.agent());
                told.put("until", hold.until());
            }
            case Wrap wrap -> {
                told.has(wrap.agent(), wrap.since(), wrap.until());
                told.put("topic", wrap.topic());
            }
            case Ownership.Outside outside -> {
                told.put("where", outside.where().word());
                told.put("by", outside.by());
                told.put("since", outside.since());
                told.put("until", outside.until());
            }
            case Closed closed -> {
                told.put("agent", closed.agent());
                told.put("since", closed.since());
                told.left(closed.exit());
            }
        }
        if (!(owner instanceof Ownership.Bot)) {
            told.put("team", owner.team());
        }
        return told.stand;
    }

    private void asked(Request request) {
        put("why", request.why().replace(' ', '_'));
        put("rank", request.rank().name().toLowerCase(Locale.ROOT));
        put("waiting_since", request.since());
    }

    /** Of what was closed before that was kept nobody knows why. */
    private void left(@Nullable Exit exit) {
        if (exit != null) {
            put("why", exit.how().word());
            put("topic", exit.topic());
        }
    }

    private void has(String agent, Instant since, @Nullable Instant until) {
        put("agent", agent);
        put("since", since);
        put("until", until);
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            stand.put(name, value);
        }
    }
}
