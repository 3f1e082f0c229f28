@NullMarked
package io.curtaincall.config.command;

import org.jspecify.annotations.NullMarked;
