@NullMarked
package io.curtaincall.config.intakekey;

import org.jspecify.annotations.NullMarked;
