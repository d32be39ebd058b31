// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.util.List;

/**
 * A made-up site.
 *
 * @param flowsPerHour on average
 * @param drifts whether its traffic moves away from the calibration towards the end
 */
record SampleSite(
        String tenant,
        String name,
        String network,
        String maturity,
        int adaptor,
        int flowsPerHour,
        int budget,
        boolean drifts) {

    static final List<SampleSite> ALL =
            List.of(
                    new SampleSite("acme", "plant-7", "10.7.0.", "adapted", 12, 5200, 10, false),
                    new SampleSite("acme", "office-2", "10.2.0.", "calibrated", 3, 9100, 20, true),
                    new SampleSite("acme", "lab-1", "10.1.0.", "generic", 0, 640, 5, false),
                    new SampleSite(
                            "borealis", "cameras-1", "10.9.0.", "adapted", 7, 7700, 10, false));

    String adaptorVersion() {
        return adaptor == 0 ? "base" : name + "-" + adaptor;
    }

    String address(int host) {
        return network + host;
    }
}
