/** Whether this service works now. */
@NullMarked
package io.curtaincall.config.health;

import org.jspecify.annotations.NullMarked;
