@NullMarked
package io.curtaincall.dispatch.plan;

import org.jspecify.annotations.NullMarked;
