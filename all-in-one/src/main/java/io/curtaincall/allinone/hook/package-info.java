@NullMarked
package io.curtaincall.allinone.hook;

import org.jspecify.annotations.NullMarked;
