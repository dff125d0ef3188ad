/** What of a persona speaks, since when, by whom and why: its versions, kept for good, and what was published of them. */
@NullMarked
package io.renhua.publishing;

import org.jspecify.annotations.NullMarked;
