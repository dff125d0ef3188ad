/** What of a persona speaks, since when, by whom and why; its versions, who read them before, who tries them, and where they speak. */
@NullMarked
package io.renhua.publishing;

import org.jspecify.annotations.NullMarked;
