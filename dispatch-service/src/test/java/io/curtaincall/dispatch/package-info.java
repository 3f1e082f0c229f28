@NullMarked
package io.curtaincall.dispatch;

import org.jspecify.annotations.NullMarked;
