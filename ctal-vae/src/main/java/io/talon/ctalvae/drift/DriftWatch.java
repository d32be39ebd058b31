// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.drift;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Watches one site: stable → warning → drift → recalibrating → stable.
 *
 * <p>While a calibration holds, the p-values of benign flows are uniform, whatever the site; so a
 * change of their mean is a change of the site. Flows above the threshold never enter: an attack is
 * no drift. The rate of alerts is watched beside it, because traffic that is wholly new is wholly
 * above the threshold: more than {@link DriftOptions#alertFactor} times the budget within an hour
 * is a warning, for longer than an hour a drift. Nothing here moves a threshold; whoever is told
 * decides.
 *
 * <p>The state is about a kilobyte, see {@link #toBytes}. Not thread-safe.
 */
public final class DriftWatch {
    private static final int VERSION = 1;

    private final DriftOptions options;
    private final Adwin window;
    private final AlertRate alerts;
    private DriftPhase phase = DriftPhase.STABLE;
    private double blockSum;
    private int blockCount;

    /** A watch that has seen nothing. */
    public DriftWatch(DriftOptions options) {
        this(options, new Adwin(range(options)), new AlertRate());
    }

    private DriftWatch(DriftOptions options, Adwin window, AlertRate alerts) {
        this.options = Objects.requireNonNull(options);
        this.window = window;
        this.alerts = alerts;
    }

    /** Four standard deviations of the mean of a block of uniform values. */
    private static double range(DriftOptions options) {
        return Math.min(1, 4 / Math.sqrt(12.0 * options.block()));
    }

    /**
     * Takes the score of a flow.
     *
     * @param p its p-value, in [0, 1]
     * @param anomalous whether it is above the site's threshold
     * @param endMicros its event time, µs since the epoch; a flow of an hour that has passed does
     *     not count as an alert
     * @return the phase after it
     */
    public DriftPhase observe(double p, boolean anomalous, long endMicros) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a p-value of " + p + ", must lie in [0, 1]");
        }
        if (phase == DriftPhase.RECALIBRATING) {
            return phase;
        }
        alerts.observe(endMicros, anomalous);
        boolean changed = false;
        if (!anomalous) {
            blockSum += p;
            blockCount++;
            if (blockCount == options.block()) {
                window.add(blockSum / blockCount);
                blockSum = 0;
                blockCount = 0;
                changed = window.differs(options.delta());
            }
        }
        double limit = options.alertFactor() * options.alertsPerDay() / 24;
        if (changed) {
            window.shrink(options.delta());
        }
        if (changed || alerts.bothAbove(limit)) {
            phase = DriftPhase.DRIFT;
        } else if (phase != DriftPhase.DRIFT && (!anomalous && blockCount == 0 || anomalous)) {
            boolean suspicious = alerts.perHour() > limit || window.differs(options.warningDelta());
            phase = suspicious ? DriftPhase.WARNING : DriftPhase.STABLE;
        }
        return phase;
    }

    /** A new calibration is being made: nothing is judged until {@link #recalibrated}. */
    public void recalibrating() {
        phase = DriftPhase.RECALIBRATING;
    }

    /** A new calibration or adaptor scores from now on: forgets all and starts anew. */
    public void recalibrated() {
        phase = DriftPhase.STABLE;
        window.clear();
        alerts.clear();
        blockSum = 0;
        blockCount = 0;
    }

    /** What it sees now. */
    public DriftReading reading() {
        return new DriftReading(
                phase, window.mean(), (long) window.size() * options.block(), alerts.perHour());
    }

    /** How it watches. */
    public DriftOptions options() {
        return options;
    }

    /** The state, versioned; the options are not part of it. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(phase.ordinal());
            out.writeDouble(blockSum);
            out.writeInt(blockCount);
            alerts.write(out);
            window.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written to", e);
        }
        return bytes.toByteArray();
    }

    /**
     * A watch in a state that {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException if the bytes are no such state
     */
    public static DriftWatch fromBytes(byte[] state, DriftOptions options) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "a drift state of version " + version + "; this one reads " + VERSION);
            }
            DriftPhase phase = DriftPhase.values()[in.readByte()];
            double sum = in.readDouble();
            int count = in.readInt();
            AlertRate alerts = AlertRate.read(in);
            DriftWatch watch = new DriftWatch(options, Adwin.read(in, range(options)), alerts);
            watch.phase = phase;
            watch.blockSum = sum;
            watch.blockCount = count;
            return watch;
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no drift state: " + state.length + " bytes", e);
        }
    }
}
