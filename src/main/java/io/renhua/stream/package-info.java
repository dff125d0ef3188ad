/** Kafka: an inbox before the store, and the journal relayed. Kafka's own classes live only here. */
@NullMarked
package io.renhua.stream;

import org.jspecify.annotations.NullMarked;
