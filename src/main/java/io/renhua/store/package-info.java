/** The database: opening, migrating, and committing durably in groups. */
@NullMarked
package io.renhua.store;

import org.jspecify.annotations.NullMarked;
