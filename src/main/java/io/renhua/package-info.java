/** Where the program begins and the object graph is tied. Imports all, imported by nobody. */
@NullMarked
package io.renhua;

import org.jspecify.annotations.NullMarked;
