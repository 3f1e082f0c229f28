/** The keys that callbacks are signed with, as whoever makes them and whoever signs need to read them. */
@NullMarked
package io.curtaincall.access.signing;

import org.jspecify.annotations.NullMarked;
