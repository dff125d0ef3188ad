package io.renhua.connector.slack;

import io.renhua.connector.Credential;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One app in one workspace.
 *
 * @param secrets what requests may be signed with: the signing secret, and its predecessor while that is being replaced
 * @param botUserId empty where it is not configured: events say it too
 */
record SlackAccount(Channel channel, List<Secret> secrets, Secret botToken, String botUserId, URI api) {

    static SlackAccount from(Channel channel, Settings settings) {
        var secrets = Stream.of(
                Optional.of(settings.secret("signing-secret")), settings.optionalSecret("previous-signing-secret"));
        return new SlackAccount(
                channel,
                secrets.flatMap(Optional::stream).toList(),
                Credential.of(settings, "bot-token"),
                settings.text("bot-user-id", ""),
                settings.address("api-base", "https://slack.com/api"));
    }
}
