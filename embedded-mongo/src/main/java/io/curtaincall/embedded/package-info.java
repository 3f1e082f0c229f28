@NullMarked
package io.curtaincall.embedded;

import org.jspecify.annotations.NullMarked;
