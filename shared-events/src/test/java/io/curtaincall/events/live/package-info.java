@NullMarked
package io.curtaincall.events.live;

import org.jspecify.annotations.NullMarked;
