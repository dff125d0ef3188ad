package io.renhua.connector.wechat;

import io.renhua.connector.Signatures;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.connector.WebhookRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a call comes from WeChat and is meant for this account; only then is it read. WeChat names no time after
 * which a signature is stale, so what keeps a replayed call from being answered is its message's id in the inbox.
 */
final class WeChatWebhook {
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    private final WeChatAccount account;
    private final PushReader reader;

    WeChatWebhook(WeChatAccount account, PushReader reader) {
        this.account = account;
        this.reader = reader;
    }

    Webhook receive(WebhookRequest request) {
        return switch (request.method()) {
            case "GET" -> check(request);
            case "POST" -> account.mode() == WeChatAccount.Mode.PLAINTEXT ? plain(request) : encrypted(request);
            default -> new Webhook.Forged("neither GET nor POST");
        };
    }

    private Webhook check(WebhookRequest request) {
        return parameter(request, "echostr")
                .filter(echo -> signed(request, "signature"))
                .<Webhook>map(echo -> new Webhook.Challenge(WebhookAnswer.text(echo)))
                .orElseGet(() -> new Webhook.Forged("the address check is not signed with this account's token"));
    }

    private Webhook plain(WebhookRequest request) {
        return signed(request, "signature")
                ? read(request.body(), null)
                : new Webhook.Forged("not signed with this account's token");
    }

    private Webhook encrypted(WebhookRequest request) {
        if (parameter(request, "msg_signature").isEmpty()) {
            return new Webhook.Forged("no msg_signature, but this account takes only encrypted messages");
        }
        var encrypted = Fields.read(request.body())
                .map(fields -> fields.text("Encrypt"))
                .orElse("");
        if (encrypted.isEmpty() || !signed(request, "msg_signature", encrypted)) {
            return new Webhook.Forged("the encrypted message is not signed with this account's token");
        }
        for (var cipher : account.ciphers()) {
            var message = cipher.decrypt(encrypted);
            if (message.isPresent()) {
                return read(message.get(), cipher);
            }
        }
        return new Webhook.Forged("encrypted with another key than encoding-aes-key, or for another app-id");
    }

    /** Whether the parameter holds the signature over what every call carries, and over what is given here. */
    private boolean signed(WebhookRequest request, String parameter, String... covered) {
        var signature = parameter(request, parameter);
        var timestamp = parameter(request, "timestamp")
                .filter(text -> TIMESTAMP.matcher(text).matches());
        var nonce = parameter(request, "nonce");
        if (signature.isEmpty() || timestamp.isEmpty() || nonce.isEmpty()) {
            return false;
        }
        var parts =
                Stream.concat(Stream.of(account.token().reveal(), timestamp.get(), nonce.get()), Stream.of(covered));
        return Signatures.same(WeChatCrypto.sign(parts.toArray(String[]::new)), signature.get());
    }

    private static Optional<String> parameter(WebhookRequest request, String name) {
        return request.parameter(name).filter(value -> !value.isBlank());
    }

    private Webhook read(byte[] message, @Nullable WeChatCrypto cipher) {
        return Fields.read(message)
                .map(fields -> reader.read(new Push(fields, cipher)))
                .orElseGet(() -> new Webhook.Malformed("neither XML nor JSON that can be read safely"));
    }
}
