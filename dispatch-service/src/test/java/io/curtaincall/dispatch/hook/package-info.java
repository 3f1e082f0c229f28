@NullMarked
package io.curtaincall.dispatch.hook;

import org.jspecify.annotations.NullMarked;
