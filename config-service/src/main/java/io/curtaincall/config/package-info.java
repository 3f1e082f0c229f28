@NullMarked
package io.curtaincall.config;

import org.jspecify.annotations.NullMarked;
