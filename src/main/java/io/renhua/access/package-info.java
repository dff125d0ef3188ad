/** The programs that may act at the desk, and the tokens that let them in. */
@NullMarked
package io.renhua.access;

import org.jspecify.annotations.NullMarked;
