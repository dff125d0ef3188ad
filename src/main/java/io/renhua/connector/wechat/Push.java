package io.renhua.connector.wechat;

import org.jspecify.annotations.Nullable;

/**
 * One call proven to come from WeChat.
 *
 * @param cipher what its body was encrypted with, and its reply must be; null when it came in clear
 */
record Push(Fields fields, @Nullable WeChatCrypto cipher) {

    /** The person, as this account knows them. */
    String openid() {
        return fields.text("FromUserName");
    }

    boolean isEvent() {
        return fields.text("MsgType").equalsIgnoreCase("event");
    }

    /** The account's {@code gh_} id, which a passive reply must name as its sender. */
    String account() {
        return fields.text("ToUserName");
    }
}
