/** HTTP: webhooks, chat page, desk, transcripts, sign-in. */
@NullMarked
package io.renhua.server;

import org.jspecify.annotations.NullMarked;
