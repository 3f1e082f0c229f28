package io.curtaincall.dialects.huawei;

import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the operation a request means by method and path. */
@Component("huaweiOperations")
final class Operations {
    private final List<Operation> operations;

    Operations(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /** Whether any operation is there, whatever the method. */
    boolean areAt(String path) {
        return operations.stream()
                .anyMatch(operation -> operation.declaration().route().covers(path));
    }

    /** @throws HuaweiRefusal if there is none that this process serves */
    Operation of(String method, String path) {
        Operation found = operations.stream()
                .filter(operation -> operation.declaration().route().covers(path))
                .filter(operation -> operation.declaration().method().equals(method))
                .findFirst()
                .orElseThrow(HuaweiError.UNSUPPORTED_METHOD::refused);
        if (!found.isAvailable()) throw HuaweiError.UNKNOWN_API.refused();
        return found;
    }
}
