/** Curtaincall from outside: processes that are started as a user starts them, asked over HTTP only. */
@NullMarked
package io.curtaincall.acceptance;

import org.jspecify.annotations.NullMarked;
