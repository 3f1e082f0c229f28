/** Secrets that are planted, and the search for them in whatever an installation writes, says and answers. */
@NullMarked
package io.curtaincall.acceptance.planted;

import org.jspecify.annotations.NullMarked;
