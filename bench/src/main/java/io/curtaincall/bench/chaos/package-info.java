/** Several dispatch processes that die, stand still and come back, and a store that goes away, under load. */
@NullMarked
package io.curtaincall.bench.chaos;

import org.jspecify.annotations.NullMarked;
