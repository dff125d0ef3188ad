/** The append-only record of every interaction. */
@NullMarked
package io.renhua.journal;

import org.jspecify.annotations.NullMarked;
