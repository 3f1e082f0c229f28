package io.curtaincall.allinone.demo;

import java.time.Instant;

/** One request the demo's receiver got, as it got it. */
@SuppressWarnings("ArrayRecordComponent") // the signature is over exactly these bytes
record ReceivedCallback(String id, String timestamp, String signatures, byte[] body, Instant at) {}
