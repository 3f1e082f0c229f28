@NullMarked
package io.curtaincall.events.ondemand;

import org.jspecify.annotations.NullMarked;
