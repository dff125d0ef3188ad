/**
 * WeChat Official Account: message push, passive replies and customer-service messages.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/push/">Message push</a>
 */
@NullMarked
package io.renhua.connector.wechat;

import org.jspecify.annotations.NullMarked;
