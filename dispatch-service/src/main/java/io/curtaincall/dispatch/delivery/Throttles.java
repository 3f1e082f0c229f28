package io.curtaincall.dispatch.delivery;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Makes the throttle of a version of a config. */
record Throttles(DeliveryProperties properties, CircuitLog log, LongSupplier nanoTime) {
    Throttle of(Delivery delivery, Endpoint.Open endpoint) {
        String name = delivery.configId().value();
        AtomicLong version = new AtomicLong(endpoint.version());
        var watcher =
                log.of(delivery.configId(), version::get, delivery.callback().accountId());
        Circuit circuit = new Circuit(name, properties.circuit(), nanoTime, watcher);
        return new Throttle(name, version, endpoint, properties, circuit);
    }
}
