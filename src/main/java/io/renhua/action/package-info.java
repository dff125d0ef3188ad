/** What an engineer's own programs do for a persona: over HTTP, or as beans in this process. */
@NullMarked
package io.renhua.action;

import org.jspecify.annotations.NullMarked;
