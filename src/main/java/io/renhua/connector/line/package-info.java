/** LINE official accounts, over the Messaging API. */
@NullMarked
package io.renhua.connector.line;

import org.jspecify.annotations.NullMarked;
