/** Telegram bots, over the Bot API. */
@NullMarked
package io.renhua.connector.telegram;

import org.jspecify.annotations.NullMarked;
