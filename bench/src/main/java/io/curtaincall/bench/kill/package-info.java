/** {@code kill -9} at any moment, and what is left of the promises afterwards. */
@NullMarked
package io.curtaincall.bench.kill;

import org.jspecify.annotations.NullMarked;
