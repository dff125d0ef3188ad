/** Slack apps, over the Events API, interactivity and slash commands. */
@NullMarked
package io.renhua.connector.slack;

import org.jspecify.annotations.NullMarked;
