/** Why the persona said that: what a decision looked at, told in words, with the place in the script where it can be mended. */
@NullMarked
package io.renhua.why;

import org.jspecify.annotations.NullMarked;
