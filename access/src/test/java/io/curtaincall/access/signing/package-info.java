@NullMarked
package io.curtaincall.access.signing;

import org.jspecify.annotations.NullMarked;
