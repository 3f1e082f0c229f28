/** Events in MongoDB, in one total order: see docs/adr/0002-own-event-store-engine.md. */
@NullMarked
package io.curtaincall.eventstore;

import org.jspecify.annotations.NullMarked;
