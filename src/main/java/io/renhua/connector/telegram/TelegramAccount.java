package io.renhua.connector.telegram;

import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import java.net.URI;
import java.util.Locale;

/**
 * One bot.
 *
 * @param webhookSecret what Telegram shows us with each update, as we gave it to {@code setWebhook}
 * @param username without its @; empty where it is not configured
 */
record TelegramAccount(Channel channel, Secret botToken, Secret webhookSecret, String username, URI api) {

    static TelegramAccount from(Channel channel, Settings settings) {
        return new TelegramAccount(
                channel,
                of("[0-9A-Za-z:_-]+", settings, "bot-token"),
                of("[0-9A-Za-z_-]{1,256}", settings, "webhook-secret"),
                settings.text("bot-username", "").replace("@", ""),
                settings.address("api-base", "https://api.telegram.org"));
    }

    /** The token goes into a path and the secret through Telegram: neither may hold what these do not take. */
    private static Secret of(String form, Settings settings, String key) {
        var secret = settings.secret(key);
        if (!secret.reveal().matches(form)) {
            settings.problem(key, "holds a character that Telegram does not use there: copy it again");
        }
        return secret;
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
