/** The records as dialects ask for them: by page number, and with what was sent and answered. */
@NullMarked
package io.curtaincall.query.dialect;

import org.jspecify.annotations.NullMarked;
