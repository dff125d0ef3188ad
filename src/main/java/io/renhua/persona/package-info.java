/** A brand's character: the script as values, and its reader. */
@NullMarked
package io.renhua.persona;

import org.jspecify.annotations.NullMarked;
