// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.ServiceRanges;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the services of a site ordinarily have: between which values all but one in a hundred of
 * their benign flows lie on either side, and the median. Missing values do not count; a feature
 * that no flow of a group has is 0.
 */
public final class OrdinaryServices {
    /** Fewer flows say nothing of one in a hundred. */
    private static final int ENOUGH = 30;

    /** More services than this are the smallest ones; they are held to their port or the site. */
    private static final int MOST = 64;

    private static final double RARE = 0.01;

    private OrdinaryServices() {}

    /**
     * A site's statistics with what its services ordinarily have.
     *
     * @param benign sequences of benign flows, at least one; the last flow of each counts
     */
    public static Normaliser added(Normaliser site, Collection<Sequence> benign) {
        return new Normaliser(site.median(), site.scale(), of(List.copyOf(benign)));
    }

    static ServiceRanges of(List<Sequence> benign) {
        Map<Float, List<Sequence>> groups = new TreeMap<>();
        groups.put(0f, benign);
        groups.putAll(largest(services(benign)));
        int width = benign.get(0).width();
        float[] keys = new float[groups.size()];
        float[] low = new float[keys.length * width];
        float[] typical = new float[low.length];
        float[] high = new float[low.length];
        int group = 0;
        for (Map.Entry<Float, List<Sequence>> entry : groups.entrySet()) {
            for (int f = 0; f < width; f++) {
                double[] values = RobustStatistics.values(entry.getValue(), f);
                if (values.length > 0) {
                    low[group * width + f] = (float) Quantiles.of(values, RARE);
                    typical[group * width + f] = (float) Quantiles.of(values, 0.5);
                    high[group * width + f] = (float) Quantiles.of(values, 1 - RARE);
                }
            }
            keys[group++] = entry.getKey();
        }
        return new ServiceRanges(keys, low, typical, high);
    }

    private static Map<Float, List<Sequence>> services(List<Sequence> benign) {
        Map<Float, List<Sequence>> services = new TreeMap<>();
        for (Sequence flow : benign) {
            Exchange exchange = flow.exchange();
            if (exchange != null) {
                add(services, ServiceRanges.key(0, exchange.port()), flow);
                if (exchange.responder() != 0) {
                    add(services, ServiceRanges.key(exchange.responder(), exchange.port()), flow);
                }
            }
        }
        return services;
    }

    private static void add(Map<Float, List<Sequence>> services, float key, Sequence flow) {
        services.computeIfAbsent(key, k -> new ArrayList<>()).add(flow);
    }

    private static Map<Float, List<Sequence>> largest(Map<Float, List<Sequence>> services) {
        Map<Float, List<Sequence>> largest = new TreeMap<>();
        services.entrySet().stream()
                .filter(e -> e.getValue().size() >= ENOUGH)
                .sorted(Comparator.comparing(e -> -e.getValue().size()))
                .limit(MOST)
                .forEach(e -> largest.put(e.getKey(), e.getValue()));
        return largest;
    }
}
