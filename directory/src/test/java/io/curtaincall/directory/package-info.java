@NullMarked
package io.curtaincall.directory;

import org.jspecify.annotations.NullMarked;
