@NullMarked
package io.curtaincall.access.caller;

import org.jspecify.annotations.NullMarked;
