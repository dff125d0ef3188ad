/** A brand's character: the script as values, its reader, its lint. */
@NullMarked
package io.renhua.persona;

import org.jspecify.annotations.NullMarked;
