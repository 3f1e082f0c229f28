package io.curtaincall.dispatch.delivery;

import java.util.function.LongSupplier;

/** Makes the throttle of a version of a config. */
record Throttles(DeliveryProperties properties, CircuitLog log, LongSupplier nanoTime) {
    Throttle of(Delivery delivery, Endpoint.Open endpoint) {
        String name = delivery.configId().value();
        var watcher = log.of(
                delivery.configId(), endpoint.version(), delivery.callback().accountId());
        Circuit circuit = new Circuit(name, properties.circuit(), nanoTime, watcher);
        return new Throttle(name, endpoint.version(), endpoint.limits(), properties, circuit);
    }
}
