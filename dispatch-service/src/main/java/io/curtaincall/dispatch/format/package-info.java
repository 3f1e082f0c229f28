@NullMarked
package io.curtaincall.dispatch.format;

import org.jspecify.annotations.NullMarked;
