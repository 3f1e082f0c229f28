/** What a dialect costs over our own API. */
@NullMarked
package io.curtaincall.bench.overhead;

import org.jspecify.annotations.NullMarked;
