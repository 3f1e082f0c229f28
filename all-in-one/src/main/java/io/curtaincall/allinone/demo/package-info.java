@NullMarked
package io.curtaincall.allinone.demo;

import org.jspecify.annotations.NullMarked;
