@NullMarked
package io.curtaincall.dialects.admission;

import org.jspecify.annotations.NullMarked;
