/** Whom we talk with: what a company's own systems know of them. */
@NullMarked
package io.renhua.people;

import org.jspecify.annotations.NullMarked;
