/** How many callbacks a second, how soon, in how much memory. */
@NullMarked
package io.curtaincall.bench.deliver;

import org.jspecify.annotations.NullMarked;
