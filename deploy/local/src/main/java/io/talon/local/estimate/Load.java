// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.estimate;

/**
 * What a deployment has to bear.
 *
 * @param flowsPerSecond mean over a day, all sites together
 * @param peak the busiest minutes, as a multiple of the mean; at least 1
 * @param destinations that are seen within the expiry of histories (7 days by default), all sites
 * @param sites of all tenants
 * @param alertsPerSite alerts a day that each site may raise
 * @param kafkaDays how long flows are kept
 * @param elasticsearchDays how long alerts are kept
 */
public record Load(
        double flowsPerSecond,
        double peak,
        long destinations,
        long sites,
        double alertsPerSite,
        int kafkaDays,
        int elasticsearchDays) {

    /**
     * @throws IllegalArgumentException names what is out of range
     */
    public Load {
        require(flowsPerSecond > 0, "flows a second", flowsPerSecond, "more than 0");
        require(peak >= 1, "peak", peak, "at least 1");
        require(destinations >= 1, "destinations", destinations, "at least 1");
        require(sites >= 1, "sites", sites, "at least 1");
        require(alertsPerSite >= 0, "alerts per site", alertsPerSite, "0 or more");
        require(kafkaDays >= 1, "days in Kafka", kafkaDays, "at least 1");
        require(elasticsearchDays >= 1, "days in Elasticsearch", elasticsearchDays, "at least 1");
    }

    private static void require(boolean holds, String name, Number value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s is %s, must be %s".formatted(name, value, range));
        }
    }
}
