/** What the rules are there to catch. */
@NullMarked
package io.curtaincall.config.broken;

import org.jspecify.annotations.NullMarked;
