package io.curtaincall.allinone;

import io.curtaincall.access.key.KeyChoice;
import io.curtaincall.access.key.MongoSealedStore;
import io.curtaincall.access.key.Rekeying;
import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.start.CannotStartException;
import io.curtaincall.access.start.StoreProbe;
import io.curtaincall.allinone.start.StoreAtHand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a new master key in the place of the present one while everything goes on. */
@Command(name = "rekey")
final class RekeyCommand implements Callable<Integer> {
    private static final String NEW_KEY = "CURTAINCALL_NEW_KEY";

    @Option(names = "--data", paramLabel = "FOLDER")
    private Path data = Path.of("data");

    @Option(names = "--store", paramLabel = "URI")
    private @Nullable String store;

    @Option(names = "--new-key", paramLabel = "FILE")
    private @Nullable Path newKey;

    @Option(names = "--finish")
    private boolean finish;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        SecureRandom random = new SecureRandom();
        String given = Objects.requireNonNullElse(System.getenv(KeyChoice.VARIABLE), "");
        FolderLock alone = FolderLock.of(data);
        try (StoreAtHand found = StoreAtHand.of(data, store)) {
            List<String> lines = new StoreProbe(found.address())
                    .ask(database -> rekey(
                            new Rekeying(new KeyChoice(data, given, random), new MongoSealedStore(database), random)));
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            lines.forEach(out::println);
            out.flush();
            return 0;
        } finally {
            alone.close();
        }
    }

    private List<String> rekey(Rekeying rekeying) {
        if (finish) return finished(rekeying);
        if (rekeying.isUnderWay()) return store == null && !rekeying.isGiven() ? finished(rekeying) : finishLater();
        MasterKey following = rekeying.draw(wanted());
        rekeying.keepPresent(following);
        if (rekeying.isGiven()) return toBeGiven(rekeying, following);
        rekeying.replaceFile();
        return store == null ? finished(rekeying) : toBeCopied(rekeying, following);
    }

    private static List<String> finished(Rekeying rekeying) {
        String key = rekeying.present().id();
        if (!rekeying.isUnderWay()) {
            throw new CannotStartException("there is nothing to finish: key " + key + " is at hand and seals already");
        }
        String former = rekeying.finish();
        return List.of(
                "Key " + key + " seals from now on, and opens what key " + former + " has sealed.",
                "Keep a copy of it apart from the store. Backups of the store made until now need the former one.");
    }

    private static List<String> toBeCopied(Rekeying rekeying, MasterKey following) {
        return List.of(
                "Key " + following.id() + " is in " + rekeying.file() + "; nothing is sealed with it yet.",
                "Put that file in the place of the key in every other data folder on this store. When all have it, say"
                        + " --finish, beside the same --data and --store.");
    }

    private static List<String> finishLater() {
        return List.of("The new key is at hand already. When every process has it, say --finish.");
    }

    private static List<String> toBeGiven(Rekeying rekeying, MasterKey following) {
        return List.of(
                "Key " + following.id() + " is in " + rekeying.nextFile() + "; nothing is sealed with it yet.",
                "Give it to every process as " + KeyChoice.VARIABLE
                        + ", and start one after another anew. When all have" + " it, say --finish with the new one as "
                        + KeyChoice.VARIABLE + ".");
    }

    private Optional<MasterKey> wanted() {
        try {
            String text = newKey == null ? System.getenv(NEW_KEY) : Files.readString(newKey);
            return Optional.ofNullable(text).map(MasterKey::ofBase64);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(
                    "the new key is not 32 bytes in base64; 'openssl rand -base64 32' makes one", e);
        } catch (IOException e) {
            throw new CannotStartException("the new key cannot be read from " + newKey, e);
        }
    }
}
