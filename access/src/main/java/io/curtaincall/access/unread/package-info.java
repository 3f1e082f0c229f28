/** Answers to requests that could not even be read, so that nobody knows whose they are. */
@NullMarked
package io.curtaincall.access.unread;

import org.jspecify.annotations.NullMarked;
