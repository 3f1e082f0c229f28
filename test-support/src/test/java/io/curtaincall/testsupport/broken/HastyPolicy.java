package io.curtaincall.testsupport.broken;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** The URI alone would be let pass. */
class HastyPolicy {
    boolean allows(URI url) throws UnknownHostException {
        return !InetAddress.getByName(url.getHost()).isLoopbackAddress();
    }
}
