package io.curtaincall.access.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks a host name up; a port so that tests decide what DNS says. */
@FunctionalInterface
public interface NameResolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
}
