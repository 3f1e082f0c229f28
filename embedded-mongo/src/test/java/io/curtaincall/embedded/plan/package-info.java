@NullMarked
package io.curtaincall.embedded.plan;

import org.jspecify.annotations.NullMarked;
