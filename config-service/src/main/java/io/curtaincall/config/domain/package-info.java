@NullMarked
package io.curtaincall.config.domain;

import org.jspecify.annotations.NullMarked;
