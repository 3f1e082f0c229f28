@NullMarked
package io.curtaincall.config.request;

import org.jspecify.annotations.NullMarked;
