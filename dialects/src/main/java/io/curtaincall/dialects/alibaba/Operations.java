package io.curtaincall.dialects.alibaba;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the operation a request names. */
@Component("alibabaOperations")
final class Operations {
    private static final String VERSION = "2016-11-01";
    private final Map<String, Operation<?>> byAction;

    Operations(List<Operation<?>> operations) {
        byAction = operations.stream()
                .collect(Collectors.toMap(operation -> operation.declaration().action(), Function.identity()));
    }

    /** @throws AlibabaRefusal if it names none that this process serves */
    Operation<?> of(RpcRequest request) {
        String action = request.action()
                .orElseThrow(() -> AlibabaError.missing("Action").refused());
        String version = request.version()
                .orElseThrow(() -> AlibabaError.missing("Version").refused());
        if (!version.equals(VERSION)) throw AlibabaError.invalid("Version").refused();
        Operation<?> operation = byAction.get(action);
        if (operation == null || !operation.isAvailable()) throw AlibabaError.UNKNOWN_ACTION.refused();
        return operation;
    }
}
