/** Our own chat page as a platform: no account, no calls out; the journal is its wire. */
@NullMarked
package io.renhua.connector.web;

import org.jspecify.annotations.NullMarked;
