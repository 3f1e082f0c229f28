@NullMarked
package io.curtaincall.query.record;

import org.jspecify.annotations.NullMarked;
