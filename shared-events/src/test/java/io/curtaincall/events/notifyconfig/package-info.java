@NullMarked
package io.curtaincall.events.notifyconfig;

import org.jspecify.annotations.NullMarked;
