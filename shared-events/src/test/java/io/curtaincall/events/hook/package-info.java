@NullMarked
package io.curtaincall.events.hook;

import org.jspecify.annotations.NullMarked;
