/** The words every part shares: who, what, from where, to where. */
@NullMarked
package io.renhua.message;

import org.jspecify.annotations.NullMarked;
