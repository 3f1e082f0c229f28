@NullMarked
package io.curtaincall.dispatch.delivery;

import org.jspecify.annotations.NullMarked;
