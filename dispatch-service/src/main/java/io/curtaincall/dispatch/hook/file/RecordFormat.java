package io.curtaincall.dispatch.hook.file;

import java.util.Arrays;
import java.util.Locale;

/** The formats a recording can have, in the canonical words. */
public enum RecordFormat {
    FLV("flv", "flv"),
    MP4("mp4", "mov"),
    TS("ts", "mpegts"),
    WEBM("webm", "matroska"),
    MKV("mkv", "matroska"),
    OGG("ogg", "ogg"),
    /** A playlist of other files; nobody probes it. */
    HLS("hls", "hls");

    private static final String PLAYLIST = ".m3u8";

    private final String canonicalName;
    private final String demuxer;

    RecordFormat(String canonicalName, String demuxer) {
        this.canonicalName = canonicalName;
        this.demuxer = demuxer;
    }

    public String canonicalName() {
        return canonicalName;
    }

    String demuxer() {
        return demuxer;
    }

    /** By its extension; without a known one it is FLV, which is what these servers write whatever they call it. */
    public static RecordFormat of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.endsWith(PLAYLIST)) return HLS;
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.canonicalName))
                .findFirst()
                .orElse(FLV);
    }
}
