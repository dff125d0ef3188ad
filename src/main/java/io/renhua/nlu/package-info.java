/** From an utterance to ranked intents and entities. OpenNLP lives only here. */
@NullMarked
package io.renhua.nlu;

import org.jspecify.annotations.NullMarked;
