package io.curtaincall.allinone;

import io.curtaincall.allinone.start.Door;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a service on the command line. */
final class DoorConverter implements ITypeConverter<Door> {
    @Override
    public Door convert(String name) {
        return Door.named(name.strip())
                .orElseThrow(() -> new TypeConversionException(
                        "there is no service '" + name + "'; there are " + String.join(", ", Door.names())));
    }
}
