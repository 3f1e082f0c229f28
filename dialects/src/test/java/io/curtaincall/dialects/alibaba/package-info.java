@NullMarked
package io.curtaincall.dialects.alibaba;

import org.jspecify.annotations.NullMarked;
