/** Real media servers and a real encoder, run on the loopback. */
@NullMarked
package io.curtaincall.acceptance.media;

import org.jspecify.annotations.NullMarked;
