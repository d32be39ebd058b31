// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.SiteKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The families of attacks. */
public enum AttackFamily {
    PORT_SCAN(PortScan::new, 6),
    HOST_SWEEP(HostSweep::new, 8),
    SYN_FLOOD(SynFlood::new, 3),
    UDP_FLOOD(UdpFlood::new, 3),
    SLOW_HTTP(SlowHttp::new, 12),
    PASSWORD_GUESSING(PasswordGuessing::new, 15),
    BEACONING(Beaconing::new, 90),
    EXFILTRATION(Exfiltration::new, 40),
    /** Needs Modbus devices: {@link SiteKind#PLANT} only. */
    MODBUS_WRITE(ModbusWrite::new, 12);

    private final Maker maker;
    private final int usualMinutes;

    AttackFamily(Maker maker, int usualMinutes) {
        this.maker = maker;
        this.usualMinutes = usualMinutes;
    }

    private interface Maker {
        Attack make(Duration offset, Duration duration, double intensity);
    }

    /** An episode of this family. */
    public Attack attack(Duration offset, Duration duration, double intensity) {
        if (offset.isNegative() || duration.isNegative() || duration.isZero() || !(intensity > 0)) {
            throw new IllegalArgumentException(
                    label()
                            + " needs an offset of at least 0, a duration and an intensity above 0,"
                            + " not "
                            + offset
                            + ", "
                            + duration
                            + ", "
                            + intensity);
        }
        return maker.make(offset, duration, intensity);
    }

    /** How long an episode usually goes on. */
    public Duration usualDuration() {
        return Duration.ofMinutes(usualMinutes);
    }

    /** Whether sites of this kind have what the family attacks. */
    public boolean possibleAt(SiteKind kind) {
        return this != MODBUS_WRITE || kind == SiteKind.PLANT;
    }

    /** Its name in labels and on the command line, e.g. {@code port-scan}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The family of this name. */
    public static Optional<AttackFamily> of(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
    }
}
