/**
 * Hand-written fakes, for this project's tests and for anybody else's: a clock that can be set,
 * fake platforms that sign like the real ones, the whole bot without HTTP.
 */
@NullMarked
package dev.callboard.testing;

import org.jspecify.annotations.NullMarked;
