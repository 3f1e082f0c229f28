@NullMarked
package io.curtaincall.events.stored;

import org.jspecify.annotations.NullMarked;
