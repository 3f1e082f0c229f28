package io.curtaincall.dialects.volcengine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the operation a request names. */
@Component
final class Operations {
    private static final String VERSION = "2023-01-01";
    private final Map<String, Operation<?>> byAction;

    Operations(List<Operation<?>> operations) {
        byAction = operations.stream()
                .collect(Collectors.toMap(operation -> operation.declaration().action(), Function.identity()));
    }

    /** @throws VolcengineRefusal if it names none that this process serves */
    Operation<?> of(SignedRequest request) {
        Operation<?> operation = request.version().equals(VERSION) ? byAction.get(request.action()) : null;
        if (operation == null || !operation.isAvailable()) {
            throw VolcengineError.unknownOperation(request.action(), request.version())
                    .refused();
        }
        return operation;
    }
}
