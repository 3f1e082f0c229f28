@NullMarked
package io.curtaincall.query;

import org.jspecify.annotations.NullMarked;
