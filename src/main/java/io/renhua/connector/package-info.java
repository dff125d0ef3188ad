/** The SPI to chat platforms, and what connectors share. */
@NullMarked
package io.renhua.connector;

import org.jspecify.annotations.NullMarked;
