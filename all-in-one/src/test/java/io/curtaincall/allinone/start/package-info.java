@NullMarked
package io.curtaincall.allinone.start;

import org.jspecify.annotations.NullMarked;
