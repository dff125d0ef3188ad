/** Finds conversations by what was said, by whom, and how it was helped. */
@NullMarked
package io.renhua.search;

import org.jspecify.annotations.NullMarked;
