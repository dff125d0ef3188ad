/**
 * Characters, scripts, widths, sentences: folding, counting and cutting, no meaning. And what we say to operators, in each
 * language.
 */
@NullMarked
package io.renhua.text;

import org.jspecify.annotations.NullMarked;
