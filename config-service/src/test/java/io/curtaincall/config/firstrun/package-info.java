@NullMarked
package io.curtaincall.config.firstrun;

import org.jspecify.annotations.NullMarked;
