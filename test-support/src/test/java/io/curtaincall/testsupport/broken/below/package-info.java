/** What the rules are there to catch. */
@NullMarked
package io.curtaincall.testsupport.broken.below;

import org.jspecify.annotations.NullMarked;
