package io.renhua;

import io.renhua.connector.Platform;
import io.renhua.connector.Tokens;
import io.renhua.connector.line.LinePlatform;
import io.renhua.connector.slack.SlackPlatform;
import io.renhua.connector.telegram.TelegramPlatform;
import io.renhua.connector.web.WebPlatform;
import io.renhua.connector.wechat.WeChatPlatform;
import io.renhua.conversation.SharedTokens;
import io.renhua.message.Limits;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chat platforms that there are. */
final class Platforms {
    static final Platform WEB = new WebPlatform();

    private static final Tokens NOBODYS = new SharedTokens(() -> {
        throw new IllegalStateException("no token is asked for where nothing is sent");
    });

    private static final Map<String, Limits> LIMITS = new Platforms(NOBODYS)
            .configurable.stream().collect(Collectors.toUnmodifiableMap(Platform::name, Platform::limits));

    private final List<Platform> configurable;

    Platforms(Tokens tokens) {
        this.configurable =
                List.of(new WeChatPlatform(tokens), new LinePlatform(), new TelegramPlatform(), new SlackPlatform());
    }

    /** Those on which accounts are configured. */
    List<Platform> configurable() {
        return configurable;
    }

    /** What a platform's channels can take, by its name; as our own page does where it is none of ours. */
    static Limits limits(String platform) {
        return LIMITS.getOrDefault(platform, WEB.limits());
    }
}
