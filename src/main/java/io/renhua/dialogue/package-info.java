/** Decides what the persona does next. Pure: no clock, no chance, no I/O. */
@NullMarked
package io.renhua.dialogue;

import org.jspecify.annotations.NullMarked;
