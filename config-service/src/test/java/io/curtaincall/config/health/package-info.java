@NullMarked
package io.curtaincall.config.health;

import org.jspecify.annotations.NullMarked;
