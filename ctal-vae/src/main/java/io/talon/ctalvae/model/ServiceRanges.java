// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import io.talon.ctalvae.sequence.Exchange;
import java.util.Arrays;

/**
 * What benign flows ordinarily have, feature by feature, at the services of a site: to say in what
 * a flow is out of the ordinary for its service. No score depends on it. A service is a host and a
 * port; where a service has too few benign flows the port's stand for it, and where the port has
 * too few the site's. Values are as raw vectors carry them. Immutable, thread-safe.
 */
public final class ServiceRanges {
    /** Stands for the whole site. */
    private static final int SITE = 0;

    private static final int KEY_BITS = 24;

    private final int width;
    private final float[] keys;
    private final float[] low;
    private final float[] typical;
    private final float[] high;

    /**
     * @param keys {@link #key} of each group, strictly increasing, the site's first; taken over
     * @param low row-major [groups × width], taken over
     * @param typical likewise, not below low
     * @param high likewise, not below typical
     * @throws IllegalArgumentException if they are not so
     */
    public ServiceRanges(float[] keys, float[] low, float[] typical, float[] high) {
        if (keys.length == 0 || keys[0] != SITE || low.length % keys.length != 0) {
            throw new IllegalArgumentException(
                    keys.length + " services and " + low.length + " bounds");
        }
        for (int i = 1; i < keys.length; i++) {
            if (!(keys[i] > keys[i - 1])) {
                throw new IllegalArgumentException("service " + keys[i] + " after " + keys[i - 1]);
            }
        }
        if (typical.length != low.length || high.length != low.length) {
            throw new IllegalArgumentException("not as many upper bounds as lower ones");
        }
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= typical[i] && typical[i] <= high[i])) {
                throw new IllegalArgumentException(
                        "typical is " + typical[i] + " of " + low[i] + " to " + high[i]);
            }
        }
        this.width = low.length / keys.length;
        this.keys = keys;
        this.low = low;
        this.typical = typical;
        this.high = high;
    }

    /** Of a site of which only median and scale are known: one scale around the median. */
    static ServiceRanges around(float[] median, float[] scale) {
        float[] low = new float[median.length];
        float[] high = new float[median.length];
        for (int f = 0; f < median.length; f++) {
            low[f] = median[f] - scale[f];
            high[f] = median[f] + scale[f];
        }
        return new ServiceRanges(new float[] {SITE}, low, median, high);
    }

    /**
     * Key of a service, a whole number below 2²⁴, exact as float32; 0 stands for the site.
     *
     * @param responder hash of its address, 0 for any
     */
    public static float key(int responder, int port) {
        int mixed = (responder * 31 + port + 1) * 0x9e3779b9;
        mixed = (mixed ^ (mixed >>> 15)) * 0x85ebca6b;
        return Math.max(1, (mixed ^ (mixed >>> 13)) >>> (Integer.SIZE - KEY_BITS));
    }

    /**
     * The group whose bounds a flow is held to.
     *
     * @param exchange null if it is not known
     */
    public int group(Exchange exchange) {
        if (exchange == null) {
            return 0;
        }
        int service = Arrays.binarySearch(keys, key(exchange.responder(), exchange.port()));
        int port = service > 0 ? service : Arrays.binarySearch(keys, key(0, exchange.port()));
        return Math.max(port, 0);
    }

    /** Features per flow. */
    public int width() {
        return width;
    }

    /** What the median benign flow of a group has. */
    public float typical(int group, int feature) {
        return typical[group * width + feature];
    }

    /**
     * How far a value is from the typical one, in units of how far the ordinary ones reach on its
     * side.
     *
     * @param least what they reach at least: a feature that never moved is not infinitely strange
     *     once it does
     */
    double distance(int group, int feature, float value, float least) {
        int at = group * width + feature;
        float reach = value > typical[at] ? high[at] - typical[at] : typical[at] - low[at];
        return Math.abs(value - typical[at]) / Math.max(reach, least);
    }

    /** Keys of the groups, strictly increasing, the site's first; not to be written to. */
    public float[] keys() {
        return keys;
    }

    /** Lower bounds [groups × width]; not to be written to. */
    public float[] low() {
        return low;
    }

    /** Typical values [groups × width]; not to be written to. */
    public float[] typical() {
        return typical;
    }

    /** Upper bounds [groups × width]; not to be written to. */
    public float[] high() {
        return high;
    }
}
