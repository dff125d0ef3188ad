/** Whom we talk with: what a company's own systems know of them, and who of several channels is one person. */
@NullMarked
package io.renhua.people;

import org.jspecify.annotations.NullMarked;
