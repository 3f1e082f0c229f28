@NullMarked
package io.curtaincall.dispatch.signing;

import org.jspecify.annotations.NullMarked;
