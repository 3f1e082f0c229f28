@NullMarked
package io.curtaincall.testsupport.broken.dialects.port;

import org.jspecify.annotations.NullMarked;
