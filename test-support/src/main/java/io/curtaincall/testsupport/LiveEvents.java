package io.curtaincall.testsupport;

import io.curtaincall.events.live.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Canonical CloudEvents as a control plane reports them, each with an identity of its own. */
public final class LiveEvents {
    private LiveEvents() {}

    public static ReportedEvent started(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.RECORDING_STARTED, domain, app, stream);
    }

    public static ReportedEvent paused(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.RECORDING_PAUSED, domain, app, stream);
    }

    public static ReportedEvent resumed(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.RECORDING_RESUMED, domain, app, stream);
    }

    public static ReportedEvent fileCompleted(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.RECORDING_FILE_COMPLETED, domain, app, stream)
                .with("segment", 1)
                .with(
                        "file",
                        Map.of(
                                "uri",
                                "file:///srv/media/rec/" + stream.hashCode() + ".flv",
                                "format",
                                "flv",
                                "sizeBytes",
                                409_656,
                                "durationSeconds",
                                9.983));
    }

    public static ReportedEvent over(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.RECORDING_OVER, domain, app, stream)
                .with("totals", Map.of("files", 1, "sizeBytes", 409_656, "durationSeconds", 9.983));
    }

    public static ReportedEvent failed(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.RECORDING_FAILED, domain, app, stream)
                .with("error", Map.of("code", "NO_FILE", "message", "no file came", "retryable", false));
    }

    public static ReportedEvent streamStarted(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.STREAM_STARTED, domain, app, stream);
    }

    public static ReportedEvent streamEnded(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.STREAM_ENDED, domain, app, stream);
    }

    public static ReportedEvent snapshot(String domain, String app, String stream) {
        return ReportedEvent.of(Topic.SNAPSHOT_TAKEN, domain, app, stream)
                .with(
                        "file",
                        Map.of(
                                "uri",
                                "s3://pictures/snap/" + stream.hashCode() + ".jpg",
                                "format",
                                "jpg",
                                "sizeBytes",
                                40_960,
                                "width",
                                1280,
                                "height",
                                720))
                .without("taskId");
    }

    /** A relay of a mixed stream of an application's channel. */
    public static ReportedEvent relay(String appId, String channelId, String taskId) {
        ReportedEvent event = ReportedEvent.of(Topic.MPU_STATE_CHANGED, appId, channelId, taskId)
                .with("appId", appId)
                .with("channelId", channelId)
                .with("taskId", taskId)
                .with("dstUrl", "rtmp://relay.example.com/app/stream?auth")
                .with("eventCode", 1);
        return event.without("domain", "app", "stream");
    }

    /** The body of a batched-mode request. */
    public static String batch(List<ReportedEvent> events) {
        return events.stream().map(ReportedEvent::json).collect(Collectors.joining(",", "[", "]"));
    }
}
