@NullMarked
package io.curtaincall.dialects;

import org.jspecify.annotations.NullMarked;
