@NullMarked
package io.curtaincall.dispatch.warning;

import org.jspecify.annotations.NullMarked;
