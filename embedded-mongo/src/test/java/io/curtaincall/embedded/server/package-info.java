@NullMarked
package io.curtaincall.embedded.server;

import org.jspecify.annotations.NullMarked;
