package io.renhua.connector;

import io.renhua.message.Channel;
import io.renhua.message.Limits;
import java.time.Clock;

/** A kind of chat platform: makes connectors for its configured accounts. */
public interface Platform {

    /** The name accounts are configured under and scripts know: {@code line}, {@code wechat} … */
    String name();

    /** What its channels can take, whatever the account. */
    Limits limits();

    /**
     * Opens one account. Reads everything it needs from the settings, which gather what is missing or wrong; the result
     * is used only when nothing was.
     */
    Connector open(Channel channel, Settings settings, HttpFactory http, Clock clock);
}
