@NullMarked
package io.curtaincall.testsupport.broken.dialects.acme;

import org.jspecify.annotations.NullMarked;
