/** What tests of several modules share: a receiver that misbehaves on request, event builders, architecture rules. */
@NullMarked
package io.curtaincall.testsupport;

import org.jspecify.annotations.NullMarked;
