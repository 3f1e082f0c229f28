/** Curtaincall as processes of its own: started, asked over HTTP, killed, started again. */
@NullMarked
package io.curtaincall.bench.running;

import org.jspecify.annotations.NullMarked;
