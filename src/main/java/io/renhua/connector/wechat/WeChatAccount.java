package io.renhua.connector.wechat;

import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.text.Wording;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One official account's configuration.
 *
 * @param ciphers the current key's first, then the previous one's while WeChat may still use it; none in plaintext mode
 */
record WeChatAccount(String appId, Secret appSecret, Secret token, Mode mode, List<WeChatCrypto> ciphers, URI apiBase) {

    /** How pushes are protected, as the account's console calls it: 明文, 兼容, 安全. */
    enum Mode {
        /** The body is not signed: whoever saw one push's address can send any words. */
        PLAINTEXT,
        COMPATIBLE,
        SECURE
    }

    WeChatAccount {
        ciphers = List.copyOf(ciphers);
    }

    static WeChatAccount from(Settings settings) {
        var appId = settings.text("app-id");
        var mode = mode(settings);
        return new WeChatAccount(
                appId,
                settings.secret("app-secret"),
                token(settings),
                mode,
                mode == Mode.PLAINTEXT ? List.of() : ciphers(settings, appId),
                settings.address("api-base", "https://api.weixin.qq.com"));
    }

    private static Mode mode(Settings settings) {
        return switch (settings.text("mode", "secure").toLowerCase(Locale.ROOT)) {
            case "plaintext" -> Mode.PLAINTEXT;
            case "compatible" -> Mode.COMPATIBLE;
            case "secure" -> Mode.SECURE;
            default -> {
                settings.problem("mode", Wording.of("must be plaintext, compatible or secure"));
                yield Mode.SECURE;
            }
        };
    }

    private static Secret token(Settings settings) {
        var token = settings.secret("token");
        int length = token.reveal().length();
        if (length < 3 || length > 32) {
            settings.problem("token", Wording.of("must have 3 to 32 characters, as in the account's console"));
        }
        return token;
    }

    private static List<WeChatCrypto> ciphers(Settings settings, String appId) {
        var ciphers = new ArrayList<WeChatCrypto>();
        cipher(settings, "encoding-aes-key", appId)
                .ifPresentOrElse(
                        ciphers::add,
                        () -> settings.problem(
                                "encoding-aes-key",
                                Wording.of(
                                        "is missing: copy EncodingAESKey from the account's console, or say mode: plaintext and"
                                                + " accept that bodies are not signed")));
        cipher(settings, "previous-encoding-aes-key", appId).ifPresent(ciphers::add);
        return ciphers;
    }

    private static Optional<WeChatCrypto> cipher(Settings settings, String key, String appId) {
        return settings.optionalSecret(key).flatMap(secret -> {
            if (!WeChatCrypto.isKey(secret)) {
                settings.problem(key, Wording.of("must be the 43 letters and digits of EncodingAESKey"));
                return Optional.empty();
            }
            return Optional.of(new WeChatCrypto(appId, secret));
        });
    }
}
