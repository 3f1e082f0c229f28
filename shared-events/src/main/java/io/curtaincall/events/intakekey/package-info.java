@NullMarked
package io.curtaincall.events.intakekey;

import org.jspecify.annotations.NullMarked;
