package io.renhua.connector.telegram;

import io.renhua.connector.Credential;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One bot. Its token goes into a path, and its webhook secret through Telegram: both hold only what these take.
 *
 * @param webhookSecrets what Telegram may show us with an update: the one we gave to {@code setWebhook}, and its
 *     predecessor while that is being replaced
 * @param username without its @; empty where it is not configured
 */
record TelegramAccount(Channel channel, Secret botToken, List<Secret> webhookSecrets, String username, URI api) {

    static TelegramAccount from(Channel channel, Settings settings) {
        var secrets = Stream.of(
                Optional.of(Credential.of(settings, "webhook-secret", "[0-9A-Za-z_-]{1,256}")),
                settings.optionalSecret("previous-webhook-secret"));
        return new TelegramAccount(
                channel,
                Credential.of(settings, "bot-token", "[0-9A-Za-z:_-]+"),
                secrets.flatMap(Optional::stream).toList(),
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
