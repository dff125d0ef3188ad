/** What life teaches: what was not understood, grouped, and what a new example would change. */
@NullMarked
package io.renhua.learning;

import org.jspecify.annotations.NullMarked;
