package io.curtaincall.dispatch.hook.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code dispatch.hooks.*}; every key and its default is here and nowhere else.
 *
 * @param appendTimeout how long a media server waits for the store
 * @param grace how long after its end a session still waits for files
 * @param filesFollow the same where the server makes its files only then
 * @param resumeWindow how long a task outlives its publisher, zero for not at all
 * @param orphanAfter how long a session may be silent, its file unchanged, before the media server counts as gone
 * @param blindOrphanAfter the same where neither updates nor the file can be seen
 * @param keepClosed how long a closed session is remembered, for files that come late
 * @param pollEvery how often sessions with something due are looked for
 * @param probes how many files are examined at once
 * @param probeTimeout how long one examination may take
 * @param ffprobe the command; without it files are known by their size only
 */
@Validated
@ConfigurationProperties("dispatch.hooks")
public record HookProperties(
        @NotNull @DefaultValue("3s") Duration appendTimeout,
        @NotNull @DefaultValue("2s") Duration grace,
        @NotNull @DefaultValue("30s") Duration filesFollow,
        @NotNull @DefaultValue("0s") Duration resumeWindow,
        @NotNull @DefaultValue("5m") Duration orphanAfter,
        @NotNull @DefaultValue("24h") Duration blindOrphanAfter,
        @NotNull @DefaultValue("1h") Duration keepClosed,
        @NotNull @DefaultValue("200ms") Duration pollEvery,
        @Positive @DefaultValue("2") int probes,
        @NotNull @DefaultValue("30s") Duration probeTimeout,
        @NotBlank @DefaultValue("ffprobe") String ffprobe) {}
