package io.curtaincall.config.firstrun;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.sealing.MasterKeys;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.RunningConfigService;
import io.curtaincall.config.account.FreshCredentials;
import io.curtaincall.directory.Directory;
import io.curtaincall.directory.DirectoryConfiguration;
import io.curtaincall.embedded.EmbeddedMongo;
import java.nio.file.Path;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a first run stands on in one process, without the web: several may stand on one store. */
final class Ground implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Ground(EmbeddedMongo store) {
        context.registerBean(MongoClient.class, () -> MongoClients.create(store.uri()));
        context.registerBean(MasterKeys.class, () -> MasterKeys.only(MasterKey.ofBase64(RunningConfigService.KEY)));
        context.register(
                DirectoryConfiguration.class,
                SecretSealer.class,
                FreshSecrets.class,
                FreshCredentials.class,
                CredentialsIssue.class);
        context.refresh();
    }

    FirstRun firstRun(Path folder) {
        return new FirstRun(issue(), new InstallationProperties(folder), secrets(), directory());
    }

    CredentialsIssue issue() {
        return context.getBean(CredentialsIssue.class);
    }

    Directory directory() {
        return context.getBean(Directory.class);
    }

    private FreshSecrets secrets() {
        return context.getBean(FreshSecrets.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
