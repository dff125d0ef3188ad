package io.renhua.connector.telegram;

import io.renhua.connector.Credential;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import java.net.URI;
import java.util.Locale;

/**
 * One bot. Its token goes into a path, and its webhook secret through Telegram: both hold only what these take.
 *
 * @param webhookSecret what Telegram shows us with each update, as we gave it to {@code setWebhook}
 * @param username without its @; empty where it is not configured
 */
record TelegramAccount(Channel channel, Secret botToken, Secret webhookSecret, String username, URI api) {

    static TelegramAccount from(Channel channel, Settings settings) {
        return new TelegramAccount(
                channel,
                Credential.of(settings, "bot-token", "[0-9A-Za-z:_-]+"),
                Credential.of(settings, "webhook-secret", "[0-9A-Za-z_-]{1,256}"),
                settings.text("bot-username", "").replace("@", ""),
                settings.address("api-base", "https://api.telegram.org"));
    }

    /** The bot's own user id: the first half of its token. */
    String botId() {
        return botToken.reveal().split(":", 2)[0];
    }

    /** Whether this name, with its @, is ours. Unconfigured, any bot's name is: they all end in "bot". */
    boolean isCalled(String name) {
        var called = name.toLowerCase(Locale.ROOT);
        return username.isEmpty() ? called.endsWith("bot") : called.equals("@" + username.toLowerCase(Locale.ROOT));
    }
}
