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

/** The chat platforms that there are. */
final class Platforms {
    static final Platform WEB = new WebPlatform();

    private static final Tokens NOBODYS = new SharedTokens(() -> {
        throw new IllegalStateException("no token is asked for where nothing is sent");
    });

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
        return new Platforms(NOBODYS)
                .configurable.stream()
                        .filter(each -> each.name().equals(platform))
                        .findFirst()
                        .orElse(WEB)
                        .limits();
    }
}
