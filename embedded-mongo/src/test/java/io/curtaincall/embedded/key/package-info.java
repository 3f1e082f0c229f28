@NullMarked
package io.curtaincall.embedded.key;

import org.jspecify.annotations.NullMarked;
