/** Ends the life of what this service keeps beside the events, which themselves stay. */
@NullMarked
package io.curtaincall.query.retention;

import org.jspecify.annotations.NullMarked;
