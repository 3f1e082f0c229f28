/** Figures and proofs that take longer than a build may: run by {@code ./curtaincall bench}. */
@NullMarked
package io.curtaincall.bench;

import org.jspecify.annotations.NullMarked;
