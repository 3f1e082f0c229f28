@NullMarked
package io.curtaincall.access.sealing;

import org.jspecify.annotations.NullMarked;
