package io.curtaincall.directory;

import io.curtaincall.events.account.AccountEvent;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.account.OperatorEvent;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenAdded;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenRevoked;
import io.curtaincall.events.hook.HookSourceEvent;
import io.curtaincall.events.intakekey.IntakeKeyEvent;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent;
import java.util.Optional;

/** Which entry of the directory an event tells all about; a later event of the same entry replaces it. */
final class DirectoryEntry {
    private DirectoryEntry() {}

    static boolean isOne(Class<?> eventType) {
        return AccountEvent.class.isAssignableFrom(eventType)
                || OperatorEvent.class.isAssignableFrom(eventType)
                || DomainAssigned.class.equals(eventType)
                || NotifyConfigEvent.class.isAssignableFrom(eventType)
                || HookSourceEvent.class.isAssignableFrom(eventType)
                || IntakeKeyEvent.class.isAssignableFrom(eventType);
    }

    static Optional<String> of(Object event) {
        return Optional.ofNullable(
                switch (event) {
                    case AccountOpened e -> "account/" + e.accountId();
                    case AccessKeyIssued e -> "access-key/" + e.accessKeyId();
                    case AccessKeyRevoked e -> "access-key-end/" + e.accessKeyId();
                    case AccountTokenIssued e -> "token/" + e.tokenId();
                    case AccountTokenRevoked e -> "token-end/" + e.tokenId();
                    case RecordRetentionSet e -> "record-retention/" + e.accountId();
                    case OperatorTokenIssued e -> "operator";
                    case OperatorTokenAdded e -> "token/" + e.tokenId();
                    case OperatorTokenRevoked e -> "token-end/" + e.tokenId();
                    case DomainAssigned e -> "domain/" + e.domain();
                    case NotifyConfigEvent e -> "notify-config/" + e.configId();
                    case HookSourceEvent e -> "hook-source/" + e.hookSourceId();
                    case IntakeKeyEvent e -> "intake-key/" + e.keyId();
                    default -> null;
                });
    }
}
