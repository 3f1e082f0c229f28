@NullMarked
package io.curtaincall.testsupport.broken.dialects.ajax;

import org.jspecify.annotations.NullMarked;
