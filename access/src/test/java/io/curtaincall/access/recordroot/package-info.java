@NullMarked
package io.curtaincall.access.recordroot;

import org.jspecify.annotations.NullMarked;
