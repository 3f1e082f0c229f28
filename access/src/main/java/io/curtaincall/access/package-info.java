@NullMarked
package io.curtaincall.access;

import org.jspecify.annotations.NullMarked;
