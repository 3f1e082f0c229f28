/** What slow, hanging and resetting receivers cost all the others. */
@NullMarked
package io.curtaincall.bench.hostile;

import org.jspecify.annotations.NullMarked;
