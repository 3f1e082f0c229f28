@NullMarked
package io.curtaincall.query.dialect;

import org.jspecify.annotations.NullMarked;
