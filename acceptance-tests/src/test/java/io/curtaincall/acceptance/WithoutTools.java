package io.curtaincall.acceptance;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What measures and tests the product is not the product. */
class WithoutTools implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.contains("/curtaincall/bench/")
                && !location.contains("/curtaincall/testsupport/")
                && !location.contains("/curtaincall/acceptance/");
    }
}
