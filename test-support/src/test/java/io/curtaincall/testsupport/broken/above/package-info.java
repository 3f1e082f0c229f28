/** What the rules are there to catch. */
@NullMarked
package io.curtaincall.testsupport.broken.above;

import org.jspecify.annotations.NullMarked;
