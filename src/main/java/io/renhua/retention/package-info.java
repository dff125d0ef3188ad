/** Keeps the promise of how long words are kept: finds what is older, lets it go, and tells how that went. */
@NullMarked
package io.renhua.retention;

import org.jspecify.annotations.NullMarked;
