@NullMarked
package io.curtaincall.query.ondemand;

import org.jspecify.annotations.NullMarked;
