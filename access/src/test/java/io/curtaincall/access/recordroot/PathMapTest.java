package io.curtaincall.access.recordroot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMapTest {
    @ParameterizedTest
    @CsvSource({
        "/data/rec, /mnt/rec",
        "/data/rec/a/b, /mnt/rec/a/b",
        "/data/rec/vod, /mnt/vod",
        "/data/rec/vod/../a, /mnt/rec/a",
        "/data/recordings, /data/recordings",
        "/data, /data"
    })
    void a_folder_is_found_by_the_innermost_that_holds_it(String named, String here) {
        PathMap map = PathMap.of(Map.of("/data/rec", "/mnt/rec", "/data/rec/vod", "/mnt/vod"));
        assertThat(map.here(named)).isEqualTo(here);
    }

    @Test
    void without_a_map_all_folders_are_found_by_their_names() {
        assertThat(PathMap.of(null).here("/data/rec")).isEqualTo("/data/rec");
    }
}
