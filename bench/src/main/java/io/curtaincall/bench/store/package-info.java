@NullMarked
package io.curtaincall.bench.store;

import org.jspecify.annotations.NullMarked;
