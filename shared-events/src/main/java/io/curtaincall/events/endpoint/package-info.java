@NullMarked
package io.curtaincall.events.endpoint;

import org.jspecify.annotations.NullMarked;
