@NullMarked
package io.curtaincall.query.page;

import org.jspecify.annotations.NullMarked;
