/** What the rules are there to catch. */
@NullMarked
package io.curtaincall.embedded.broken;

import org.jspecify.annotations.NullMarked;
