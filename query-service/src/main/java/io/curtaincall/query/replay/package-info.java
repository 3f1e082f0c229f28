@NullMarked
package io.curtaincall.query.replay;

import org.jspecify.annotations.NullMarked;
