package io.curtaincall.access.sealing;

import java.util.Optional;

/** The master keys that are known: one seals what is new, all of them open what was sealed before. */
public interface MasterKeys {
    MasterKey sealing();

    Optional<MasterKey> find(String id);

    /** One key and no other. */
    static MasterKeys only(MasterKey key) {
        return new MasterKeys() {
            @Override
            public MasterKey sealing() {
                return key;
            }

            @Override
            public Optional<MasterKey> find(String id) {
                return Optional.of(key).filter(only -> only.id().equals(id));
            }
        };
    }
}
