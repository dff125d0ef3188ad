/** Tells the programs of a company, such as its own helpdesk, what happens in conversations: signed, in order, and until they have it. */
@NullMarked
package io.renhua.hook;

import org.jspecify.annotations.NullMarked;
