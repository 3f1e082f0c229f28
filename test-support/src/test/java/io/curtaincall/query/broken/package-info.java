/** What the rules are there to catch. */
@NullMarked
package io.curtaincall.query.broken;

import org.jspecify.annotations.NullMarked;
