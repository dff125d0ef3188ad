/** A persona goes in and out: one file that travels, and the folder it becomes. */
@NullMarked
package io.renhua.bundle;

import org.jspecify.annotations.NullMarked;
