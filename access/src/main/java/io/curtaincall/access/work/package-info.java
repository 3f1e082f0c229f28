/** How the work on one request is spread. */
@NullMarked
package io.curtaincall.access.work;

import org.jspecify.annotations.NullMarked;
