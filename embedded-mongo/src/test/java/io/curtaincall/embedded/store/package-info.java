@NullMarked
package io.curtaincall.embedded.store;

import org.jspecify.annotations.NullMarked;
