package io.renhua.connector.line;

import io.renhua.connector.Credential;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One official account.
 *
 * @param secrets what webhooks may be signed with: the channel secret, and its predecessor while that is being replaced
 */
record LineAccount(Channel channel, List<Secret> secrets, Secret accessToken, URI api) {

    static LineAccount from(Channel channel, Settings settings) {
        var secrets = Stream.of(
                Optional.of(settings.secret("channel-secret")), settings.optionalSecret("previous-channel-secret"));
        return new LineAccount(
                channel,
                secrets.flatMap(Optional::stream).toList(),
                Credential.of(settings, "channel-access-token"),
                settings.address("api-base", "https://api.line.me"));
    }
}
