/** Certificates and keys of TLS: read, judged and put to use. */
@NullMarked
package io.curtaincall.access.tls;

import org.jspecify.annotations.NullMarked;
