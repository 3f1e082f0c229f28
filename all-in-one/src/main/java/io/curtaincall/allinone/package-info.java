@NullMarked
package io.curtaincall.allinone;

import org.jspecify.annotations.NullMarked;
