@NullMarked
package io.curtaincall.embedded.query;

import org.jspecify.annotations.NullMarked;
