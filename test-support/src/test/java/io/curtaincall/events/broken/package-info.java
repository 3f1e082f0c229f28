/** What the rules are there to catch. */
@NullMarked
package io.curtaincall.events.broken;

import org.jspecify.annotations.NullMarked;
