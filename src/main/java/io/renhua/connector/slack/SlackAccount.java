package io.renhua.connector.slack;

import io.renhua.connector.Credential;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import io.renhua.text.Wording;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One app in one workspace.
 *
 * @param secrets what requests may be signed with: the signing secret, and its predecessor while that is being replaced
 * @param colleagues the user ids of our own people: what they write in a thread is no question to us
 * @param botUserId empty where it is not configured: events say it too
 */
record SlackAccount(
        Channel channel, List<Secret> secrets, Secret botToken, Set<String> colleagues, String botUserId, URI api) {

    static SlackAccount from(Channel channel, Settings settings) {
        var secrets = Stream.of(
                Optional.of(settings.secret("signing-secret")), settings.optionalSecret("previous-signing-secret"));
        return new SlackAccount(
                channel,
                secrets.flatMap(Optional::stream).toList(),
                Credential.of(settings, "bot-token"),
                colleagues(settings),
                settings.text("bot-user-id", ""),
                settings.address("api-base", "https://slack.com/api"));
    }

    private static Set<String> colleagues(Settings settings) {
        var ids = Stream.of(settings.text("colleagues", "").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!ids.stream().allMatch(id -> id.matches("[UW][A-Z0-9]+"))) {
            settings.problem(
                    "colleagues",
                    Wording.of("are Slack's ids of people, such as U012AB3CD, W012AB3CD, with commas between"));
        }
        return ids;
    }
}
