package io.curtaincall.config.firstrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.directory.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Issues the operator's token and the account {@code demo} when nobody has yet. The draft of the credentials file is
 * durable before the events are, so a death at any point leaves either nothing issued or a draft that the next start
 * recognises by its token and publishes.
 */
@Component
@EnableConfigurationProperties(InstallationProperties.class)
class FirstRun {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CredentialsIssue issue;
    private final CredentialsFile file;
    private final FreshSecrets secrets;
    private final Directory directory;
    private final JsonMapper json = new JsonMapper();

    FirstRun(CredentialsIssue issue, InstallationProperties installation, FreshSecrets secrets, Directory directory) {
        this.issue = issue;
        this.file = new CredentialsFile(installation.data());
        this.secrets = secrets;
        this.directory = directory;
    }

    void run() throws InterruptedException {
        if (issue.issuedHash().isEmpty()) issueCredentials();
        issue.issuedHash().ifPresent(this::settleDrafts);
    }

    private void issueCredentials() throws InterruptedException {
        Credentials credentials = issue.draw();
        Path draft = draft(credentials);
        try {
            directory.awaitPosition(issue.append(credentials), PATIENCE);
            LOG.info(
                    "operator's token and account {} issued, see {}",
                    credentials.account().id(),
                    file.path());
        } catch (ConcurrencyException e) {
            discard(draft);
            if (issue.issuedHash().isEmpty()) throw e;
        }
    }

    private Path draft(Credentials credentials) {
        try {
            byte[] content = (json.writeValueAsString(credentials) + "\n").getBytes(UTF_8);
            return file.draft(secrets.token(""), content);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot write " + file.path() + " (" + reason(e) + "), so nothing is issued", e);
        }
    }

    /** Of the drafts left here by this start or one that died, the issued one is published, the others say nothing true. */
    private void settleDrafts(String issuedHash) {
        try {
            for (Path draft : file.drafts()) {
                if (isIssued(draft, issuedHash)) file.publish(draft);
                else file.discard(draft);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "credentials are issued but cannot be put into " + file.path() + " (" + reason(e)
                            + "); start again",
                    e);
        }
    }

    private boolean isIssued(Path draft, String issuedHash) throws IOException {
        try {
            Credentials drafted = json.readValue(Files.readString(draft), Credentials.class);
            return Hashes.sha256Hex(drafted.operatorToken()).equals(issuedHash);
        } catch (JacksonException | NoSuchFileException e) {
            return false; // died while writing it, or another process has settled it
        }
    }

    private void discard(Path draft) {
        try {
            file.discard(draft);
        } catch (IOException e) {
            LOG.warn("cannot delete {}: {}", draft, reason(e));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
