package io.renhua.connector.wechat;

import io.renhua.message.Echo;
import java.util.Locale;
import java.util.Optional;

/**
 * WeChat's own customer-service desk: the account's people take and end sessions there, and a push tells of it. Between the
 * two the account must be silent.
 */
final class TheirDesk {
    private TheirDesk() {}

    /** What a push says of it; empty for what somebody sent. */
    static Optional<Echo> echo(Push push) {
        if (!push.isEvent()) {
            return Optional.empty();
        }
        return switch (push.fields().text("Event").toLowerCase(Locale.ROOT)) {
            case "kf_create_session", "kf_switch_session" -> Optional.of(new Echo.Taken());
            case "kf_close_session" -> Optional.of(new Echo.GivenBack());
            default -> Optional.empty();
        };
    }

    /** Who has the session now, or had it last, by their account. */
    static String servicer(Fields push) {
        var now = push.text("ToKfAccount");
        return now.isEmpty() ? push.text("KfAccount") : now;
    }
}
