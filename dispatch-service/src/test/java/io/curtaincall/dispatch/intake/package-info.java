@NullMarked
package io.curtaincall.dispatch.intake;

import org.jspecify.annotations.NullMarked;
