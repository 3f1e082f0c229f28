@NullMarked
package io.curtaincall.query.retention;

import org.jspecify.annotations.NullMarked;
