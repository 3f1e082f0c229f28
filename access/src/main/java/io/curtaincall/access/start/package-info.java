@NullMarked
package io.curtaincall.access.start;

import org.jspecify.annotations.NullMarked;
