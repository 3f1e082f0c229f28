package io.curtaincall.events.stored;

import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenAdded;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenRevoked;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.CallbackQueued;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointCircuitClosed;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointCircuitOpened;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointGivenUp;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceRemoved;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyRevoked;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import java.util.List;

/**
 * The name and revision under which an event type is stored: the one table of the whole contract. A name is never
 * changed nor reused; renaming or moving the class changes nothing in the store.
 */
public record StoredEvent(String name, String revision, Class<?> type) {
    public static final List<StoredEvent> ALL = List.of(
            new StoredEvent("account.opened", "1", AccountOpened.class),
            new StoredEvent("access-key.issued", "1", AccessKeyIssued.class),
            new StoredEvent("access-key.revoked", "1", AccessKeyRevoked.class),
            new StoredEvent("account-token.issued", "1", AccountTokenIssued.class),
            new StoredEvent("account-token.revoked", "1", AccountTokenRevoked.class),
            new StoredEvent("record-retention.set", "1", RecordRetentionSet.class),
            new StoredEvent("operator-token.issued", "1", OperatorTokenIssued.class),
            new StoredEvent("operator-token.added", "1", OperatorTokenAdded.class),
            new StoredEvent("operator-token.revoked", "1", OperatorTokenRevoked.class),
            new StoredEvent("domain.assigned", "1", DomainAssigned.class),
            new StoredEvent("notify-config.added", "1", NotifyConfigAdded.class),
            new StoredEvent("notify-config.changed", "1", NotifyConfigChanged.class),
            new StoredEvent("notify-config.disabled", "1", NotifyConfigDisabled.class),
            new StoredEvent("notify-config.removed", "1", NotifyConfigRemoved.class),
            new StoredEvent("hook-source.added", "1", HookSourceAdded.class),
            new StoredEvent("hook-source.removed", "1", HookSourceRemoved.class),
            new StoredEvent("intake-key.issued", "1", IntakeKeyIssued.class),
            new StoredEvent("intake-key.revoked", "1", IntakeKeyRevoked.class),
            new StoredEvent("hook.received", "1", HookReceived.class),
            new StoredEvent("live-event.reported", "1", LiveEventReported.class),
            new StoredEvent("dispatch.planned", "1", DispatchPlanned.class),
            new StoredEvent("callback.attempted", "1", CallbackAttempted.class),
            new StoredEvent("callback.queued", "1", CallbackQueued.class),
            new StoredEvent("endpoint.given-up", "1", EndpointGivenUp.class),
            new StoredEvent("endpoint.circuit-opened", "1", EndpointCircuitOpened.class),
            new StoredEvent("endpoint.circuit-closed", "1", EndpointCircuitClosed.class),
            new StoredEvent("on-demand.decided", "1", OnDemandDecided.class));
}
