@NullMarked
package io.curtaincall.dispatch.ondemand;

import org.jspecify.annotations.NullMarked;
