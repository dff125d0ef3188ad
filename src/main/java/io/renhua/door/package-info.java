/** How a command on the same machine asks the process that serves, which alone has the store open. */
@NullMarked
package io.renhua.door;

import org.jspecify.annotations.NullMarked;
