/** One turn from arrival to delivery: inbox, turn handler, outbox. */
@NullMarked
package io.renhua.conversation;

import org.jspecify.annotations.NullMarked;
