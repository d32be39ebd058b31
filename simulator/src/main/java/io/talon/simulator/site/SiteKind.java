// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Rng;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Kinds of sites. Two sites of one kind do the same things in different ways; kinds do different
 * things.
 */
public enum SiteKind {
    /** MQTT and CoAP sensors. */
    SENSORS(SensorSite::draw),
    /** A Modbus/TCP plant. */
    PLANT(PlantSite::draw),
    /** Cameras with a recorder. */
    CAMERAS(CameraSite::draw),
    /** Office PCs. */
    OFFICE(OfficeSite::draw);

    private final BiFunction<Rng, Long, Site> drawing;

    SiteKind(BiFunction<Rng, Long, Site> drawing) {
        this.drawing = drawing;
    }

    /**
     * The site of this kind that the stream gives, alive from {@code start}, microseconds since
     * 1970.
     */
    public Site draw(Rng rng, long start) {
        return drawing.apply(rng, start);
    }

    /** Its name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static Optional<SiteKind> of(String label) {
        return Arrays.stream(values()).filter(k -> k.label().equals(label)).findFirst();
    }
}
