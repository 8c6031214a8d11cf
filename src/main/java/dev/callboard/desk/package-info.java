/**
 * Where everything that happens arrives: it finds the class that is meant, has a command decide,
 * sees the decision onto the disk, and only then answers. Declares what it needs of a store.
 * Imports {@code chat}, {@code command}, {@code session} and {@code plan}.
 */
@NullMarked
package dev.callboard.desk;

import org.jspecify.annotations.NullMarked;
