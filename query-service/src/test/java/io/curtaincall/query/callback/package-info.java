@NullMarked
package io.curtaincall.query.callback;

import org.jspecify.annotations.NullMarked;
