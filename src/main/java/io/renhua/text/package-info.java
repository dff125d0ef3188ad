/** Characters, scripts, widths, sentences: folding, counting and cutting, no meaning. */
@NullMarked
package io.renhua.text;

import org.jspecify.annotations.NullMarked;
