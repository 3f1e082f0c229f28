/** What a customer of Huawei Cloud Live has: a receiver written from the vendor's pages. */
@NullMarked
package io.curtaincall.testsupport.huawei;

import org.jspecify.annotations.NullMarked;
