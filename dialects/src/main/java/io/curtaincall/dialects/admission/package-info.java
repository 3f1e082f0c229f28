/** Whom a dialect lets in, and how often; shared by all processes, knows no vendor. */
@NullMarked
package io.curtaincall.dialects.admission;

import org.jspecify.annotations.NullMarked;
