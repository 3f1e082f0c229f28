@NullMarked
package io.curtaincall.dialects.running;

import org.jspecify.annotations.NullMarked;
