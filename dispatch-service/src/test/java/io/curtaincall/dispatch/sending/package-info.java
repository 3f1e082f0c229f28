@NullMarked
package io.curtaincall.dispatch.sending;

import org.jspecify.annotations.NullMarked;
