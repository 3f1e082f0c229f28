@NullMarked
package io.curtaincall.access.work;

import org.jspecify.annotations.NullMarked;
