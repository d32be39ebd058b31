// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs rows on a source and a target, for every k, draw and seed that makes a difference. */
public final class Campaign {
    private final Plan plan;
    private final Ledger ledger;
    private final Progress progress;
    private final OptionalInt site;

    /**
     * @param ledger what is done already, and where results go
     * @param progress told of every cell
     */
    public Campaign(Plan plan, Ledger ledger, Progress progress) {
        this(plan, ledger, progress, OptionalInt.empty());
    }

    private Campaign(Plan plan, Ledger ledger, Progress progress, OptionalInt site) {
        this.plan = plan;
        this.ledger = ledger;
        this.progress = progress;
        this.site = site;
    }

    /**
     * For pairs of which there are many targets: what {@link #run} measures is one repetition, the
     * draw with the site's number, whatever the row depends on. Intervals are then over sites.
     */
    public Campaign ofSite(int number) {
        return new Campaign(plan, ledger, progress, OptionalInt.of(number));
    }

    /** Cells that {@link #run} measures for these rows. */
    public int cells(List<Row> rows) {
        return rows.stream().mapToInt(r -> seeds(r) * cellsPerSeed(r).size()).sum();
    }

    /**
     * Measures all rows on a pair; outcomes in order of rows, seeds, k, draws. A row that cannot be
     * run on the pair has no outcome; progress is told why.
     */
    public List<Outcome> run(String pair, Capture source, Capture target, List<Row> rows)
            throws IOException {
        Split split = Split.of(target, plan.cut(), plan.mostAttacks());
        List<Outcome> outcomes = new ArrayList<>();
        for (Row row : rows) {
            for (int seed = 0; seed < seeds(row); seed++) {
                Scores shared = null;
                for (Cell cell : cellsPerSeed(row, pair, seed)) {
                    Optional<Outcome> known = ledger.find(cell);
                    if (known.isEmpty()) {
                        Shots shots = Shots.draw(split, cell.k(), cell.draw());
                        Trial trial = new Trial(source, target, split, shots, seed);
                        long start = System.nanoTime();
                        try {
                            shared = row.usesShots() || shared == null ? row.scores(trial) : shared;
                        } catch (UnsupportedOperationException e) {
                            progress.step(pair + ": no " + row.label() + ": " + e.getMessage());
                            continue;
                        }
                        known = Optional.of(outcome(cell, row, trial, shared, start));
                        ledger.add(known.get());
                    }
                    outcomes.add(known.get());
                    progress.step(pair + ": " + row.label());
                }
            }
        }
        return outcomes;
    }

    private Outcome outcome(Cell cell, Row row, Trial trial, Scores scores, long start) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        Map<String, Double> measures = Measures.of(trial, row, scores);
        measures.putAll(row.notes(trial));
        String rule = scores.ownThreshold().isPresent() ? "its own" : row.rule().label();
        return new Outcome(ledger.options(), cell, rule, millis, measures);
    }

    private int seeds(Row row) {
        return row.isSeeded() ? plan.seeds() : 1;
    }

    private List<Cell> cellsPerSeed(Row row) {
        return cellsPerSeed(row, "", 0);
    }

    private List<Cell> cellsPerSeed(Row row, String pair, long seed) {
        List<Cell> cells = new ArrayList<>();
        boolean drawn = row.usesShots() || row.rule() == ThresholdRule.BETWEEN;
        for (int k : row.ks(plan)) {
            int first = site.orElse(0);
            int draws = drawn && k > 0 && site.isEmpty() ? plan.draws() : 1;
            for (int draw = first; draw < first + draws; draw++) {
                cells.add(new Cell(pair, row.detector(), row.material(), k, draw, seed));
            }
        }
        return cells;
    }
}
