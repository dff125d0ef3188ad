package io.renhua.connector.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.Delivery;
import io.renhua.connector.Shortened;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.Set;

/**
 * What WeChat's error codes mean for a message, in sentences for the desk.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/oplatform/Return_codes/Return_code_descriptions_new.html">codes</a>
 */
final class ErrorCodes {
    /** The access token is not, or no longer, valid. */
    static final Set<Integer> STALE_TOKEN = Set.of(40001, 40014, 42001);

    /** Not for this type of account: menus, for one, are for verified service accounts. */
    static final int WRONG_ACCOUNT_TYPE = 40200;

    private static final int SAID = 160;

    private ErrorCodes() {}

    static Delivery outcome(int code, JsonNode answer) {
        var said = Shortened.to(SAID, answer.path("errmsg").asText());
        return switch (code) {
            case 0 -> new Delivery.Sent(answer.path("msgid").asText());
            case -1 -> postponed(5, "WeChat is busy");
            case 45011 -> throttled(60, "too many calls this minute");
            case 45009 ->
                throttled(1800, "the account's API calls of today are used up; the console can clear the quota");
            case 40001, 40014, 42001 -> postponed(60, "WeChat refuses the access token it has just given");
            case 40003 -> refused("WeChat knows no such person at this account");
            case 43004, 50005 -> new Delivery.Gone("the person does not follow the account");
            case 45015 -> refused("more than 48 hours have passed since the person's last message");
            case 45047 -> refused("all messages allowed since the person's last message are sent");
            case 48002 -> new Delivery.Gone("the person refuses messages from the account");
            case 45002, 45008 -> refused("the message is too long for WeChat");
            case 40013, 40125 -> refused("app-id or app-secret is wrong: compare them with the account's console");
            case 40164 ->
                refused(Wording.of("add this server's address to the IP whitelist in the account's console: %s", said)
                        .toString());
            case 48001 -> refused("the account may not send customer-service messages: verify it in its console");
            case 48004 -> refused("WeChat has blocked this API for the account: see the notice in its console");
            case 50002 -> refused("WeChat has restricted the account: see the notice in its console");
            case WRONG_ACCOUNT_TYPE -> refused("WeChat has not opened this kind of message to this type of account");
            default -> refused(Wording.of("WeChat error %s: %s", code, said).toString());
        };
    }

    private static Delivery throttled(long seconds, String why) {
        return new Delivery.Throttled(Duration.ofSeconds(seconds), why);
    }

    private static Delivery postponed(long seconds, String why) {
        return new Delivery.Postponed(Duration.ofSeconds(seconds), why);
    }

    private static Delivery refused(String why) {
        return new Delivery.Refused(why);
    }
}
