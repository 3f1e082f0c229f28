@NullMarked
package io.curtaincall.eventstore;

import org.jspecify.annotations.NullMarked;
