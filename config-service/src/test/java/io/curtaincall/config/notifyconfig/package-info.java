@NullMarked
package io.curtaincall.config.notifyconfig;

import org.jspecify.annotations.NullMarked;
