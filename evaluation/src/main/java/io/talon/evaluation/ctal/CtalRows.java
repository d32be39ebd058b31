// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.evaluation.detector.NearestNeighbours;
import io.talon.evaluation.detector.PrincipalComponents;
import io.talon.evaluation.detector.RandomCuts;
import io.talon.evaluation.protocol.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** CTAL-VAE's rows of a table. */
public final class CtalRows {
    private CtalRows() {}

    /** Every variant with the fused score, and the adapted one with each single error. */
    public static List<Row> all() {
        Cores cores = new Cores();
        List<Row> rows = new ArrayList<>();
        Arrays.stream(Variant.values()).forEach(v -> rows.add(row(v, Fusion.FUSED, cores)));
        rows.add(row(Variant.ADAPTED, Fusion.LAST_FLOW, cores));
        rows.add(row(Variant.ADAPTED, Fusion.SEQUENCE, cores));
        rows.addAll(product());
        rows.addAll(remembering());
        return rows;
    }

    /** What was adapted with k shots: CTAL-VAE, and the product on its two models. */
    public static List<Row> adapted() {
        Models models = new Models();
        return List.of(
                row(Variant.ADAPTED, Fusion.FUSED, new Cores()),
                new TaughtRow(TaughtRow.Start.SOURCE, models, true),
                new TaughtRow(TaughtRow.Start.SHIPPED, models, true));
    }

    /** The product on its shipped model and on one of the source, taught and as it comes. */
    private static List<Row> product() {
        Models models = new Models();
        List<Row> rows = new ArrayList<>();
        for (TaughtRow.Start start : TaughtRow.Start.values()) {
            rows.add(new TaughtRow(start, models, false));
            rows.add(new TaughtRow(start, models, true));
        }
        return rows;
    }

    /** The strongest simple detectors with the product's memory. */
    private static List<Row> remembering() {
        return List.of(
                new RememberingRow(new PrincipalComponents()),
                new RememberingRow(new NearestNeighbours()),
                new RememberingRow(new RandomCuts()));
    }

    /** The shipped model, taught, and the strongest simple detectors with its memory. */
    public static List<Row> taught() {
        List<Row> rows = new ArrayList<>(remembering());
        rows.add(new TaughtRow(TaughtRow.Start.SHIPPED, new Models(), true));
        return rows;
    }

    /** The rows of a quick look. */
    public static List<Row> few() {
        Cores cores = new Cores();
        List<Row> rows = new ArrayList<>();
        for (Variant variant : List.of(Variant.SOURCE_ONLY, Variant.STATISTICS, Variant.ADAPTED)) {
            rows.add(row(variant, Fusion.FUSED, cores));
        }
        rows.add(new TaughtRow(TaughtRow.Start.SHIPPED, new Models(), true));
        return rows;
    }

    private static Row row(Variant variant, Fusion fusion, Cores cores) {
        return new CtalRow(
                variant, fusion, TrainingOptions.defaults(), AdaptationOptions.defaults(), cores);
    }
}
