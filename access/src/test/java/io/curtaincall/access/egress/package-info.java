@NullMarked
package io.curtaincall.access.egress;

import org.jspecify.annotations.NullMarked;
