@NullMarked
package io.curtaincall.access.problem;

import org.jspecify.annotations.NullMarked;
