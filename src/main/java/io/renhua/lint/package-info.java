/** The rules a good script keeps to: what reads well may still sound wrong, mislead, or break a law. */
@NullMarked
package io.renhua.lint;

import org.jspecify.annotations.NullMarked;
