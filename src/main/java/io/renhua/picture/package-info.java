/** Pictures as files: what kind their bytes show, and nothing in them but what is to be seen. */
@NullMarked
package io.renhua.picture;

import org.jspecify.annotations.NullMarked;
