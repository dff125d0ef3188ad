/** Who owes the next word: bot, queue or agent; the desk's rules. */
@NullMarked
package io.renhua.handoff;

import org.jspecify.annotations.NullMarked;
