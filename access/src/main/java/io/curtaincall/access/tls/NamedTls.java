package io.curtaincall.access.tls;

import io.curtaincall.access.start.CannotStartException;
import io.curtaincall.access.tls.TlsProperties.IdentityFiles;
import io.curtaincall.events.account.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The identities and authorities of the installation, read from its files when the process starts. */
public final class NamedTls {
    private final Map<String, Named> identities = new HashMap<>();
    private final Map<String, List<X509Certificate>> authorities = new HashMap<>();

    private record Named(ClientIdentity identity, List<String> accounts) {}

    /** @throws CannotStartException if a file cannot be read, or is not what it should be */
    public NamedTls(TlsProperties properties) {
        properties.identities().forEach((name, files) -> identities.put(name, named(name, files)));
        properties
                .authorities()
                .forEach((name, file) -> authorities.put(name, read("authorities." + name, file, Pem::certificates)));
    }

    private static Named named(String name, IdentityFiles files) {
        String setting = "identities." + name;
        ClientIdentity identity = new ClientIdentity(
                read(setting + ".certificate", files.certificate(), Pem::certificates),
                read(setting + ".key", files.key(), Pem::privateKey));
        if (!identity.fits()) throw cannotStart(setting + ".key", files.key(), "is not the certificate's key");
        return new Named(identity, files.accounts());
    }

    public Optional<ClientIdentity> identity(String name) {
        return Optional.ofNullable(identities.get(name)).map(Named::identity);
    }

    /** Whether the account may show itself as that; one that is not there nobody may. */
    public boolean mayUse(AccountId account, String identity) {
        Named named = identities.get(identity);
        return named != null && (named.accounts().isEmpty() || named.accounts().contains(account.value()));
    }

    public Optional<List<X509Certificate>> authority(String name) {
        return Optional.ofNullable(authorities.get(name));
    }

    private static <T> T read(String setting, Path file, Function<String, T> reader) {
        try {
            return reader.apply(Files.readString(file));
        } catch (IOException e) {
            throw cannotStart(setting, file, "cannot be read");
        } catch (IllegalArgumentException e) {
            throw cannotStart(setting, file, String.valueOf(e.getMessage()));
        }
    }

    private static CannotStartException cannotStart(String setting, Path file, String why) {
        return new CannotStartException("curtaincall.tls." + setting + ": " + file + " " + why);
    }
}
