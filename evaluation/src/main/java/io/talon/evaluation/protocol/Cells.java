// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures cells one by one, each only if it is not in the ledger already. */
public final class Cells {
    private final Ledger ledger;
    private final Progress progress;
    private final List<Outcome> outcomes = new ArrayList<>();

    /**
     * @param ledger what is done already, and where results go
     * @param progress told of every cell
     */
    public Cells(Ledger ledger, Progress progress) {
        this.ledger = ledger;
        this.progress = progress;
    }

    /** Makes the measures of a cell. */
    @FunctionalInterface
    public interface Measurement {
        /** Measures by name; NaN values are left out. */
        Map<String, Double> make() throws IOException;
    }

    /** Measures a cell, or finds what was measured before. */
    public void measure(Cell cell, Measurement measurement) throws IOException {
        Optional<Outcome> known = ledger.find(cell);
        if (known.isEmpty()) {
            long start = System.nanoTime();
            Map<String, Double> measures = new LinkedHashMap<>(measurement.make());
            measures.values().removeIf(v -> v.isNaN());
            long millis = (System.nanoTime() - start) / 1_000_000;
            known = Optional.of(new Outcome(ledger.options(), cell, "", millis, measures));
            ledger.add(known.get());
        }
        outcomes.add(known.get());
        progress.step(cell.pair() + ": " + cell.row());
    }

    /** Everything measured, in order. */
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
