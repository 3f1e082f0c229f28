/** What every dialect needs of the services, and what the services need of a dialect. */
@NullMarked
package io.curtaincall.dialects.port;

import org.jspecify.annotations.NullMarked;
