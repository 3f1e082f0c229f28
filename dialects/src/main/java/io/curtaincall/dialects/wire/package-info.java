/** What vendors' wire protocols have in common; knows no vendor. */
@NullMarked
package io.curtaincall.dialects.wire;

import org.jspecify.annotations.NullMarked;
