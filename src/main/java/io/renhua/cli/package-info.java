/** The commands an operator or engineer types. */
@NullMarked
package io.renhua.cli;

import org.jspecify.annotations.NullMarked;
