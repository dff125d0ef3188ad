/** Personas to and from the formats of others: character cards, questions and answers, Rasa, tables for translators. */
@NullMarked
package io.renhua.exchange;

import org.jspecify.annotations.NullMarked;
