@NullMarked
package io.curtaincall.access.key;

import org.jspecify.annotations.NullMarked;
