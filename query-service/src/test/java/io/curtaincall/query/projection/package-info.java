@NullMarked
package io.curtaincall.query.projection;

import org.jspecify.annotations.NullMarked;
