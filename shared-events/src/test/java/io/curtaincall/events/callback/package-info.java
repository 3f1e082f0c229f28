@NullMarked
package io.curtaincall.events.callback;

import org.jspecify.annotations.NullMarked;
