@NullMarked
package io.curtaincall.access.tls;

import org.jspecify.annotations.NullMarked;
