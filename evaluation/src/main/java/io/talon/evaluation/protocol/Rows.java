// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.evaluation.detector.AutoEncoder;
import io.talon.evaluation.detector.Detector;
import io.talon.evaluation.detector.Detectors;
import io.talon.evaluation.detector.IsolationForest;
import io.talon.evaluation.detector.L2;
import io.talon.evaluation.detector.NearestNeighbours;
import io.talon.evaluation.detector.PrincipalComponents;
import io.talon.evaluation.detector.RandomCuts;
import io.talon.evaluation.detector.VariationalAutoEncoder;
import java.util.ArrayList;
import java.util.List;

/** The rows that every table has, without CTAL-VAE's own. */
public final class Rows {
    private Rows() {}

    /** Trivial, source-only, same shots, same material and oracle rows. */
    public static List<Row> rivals() {
        List<Row> rows = new ArrayList<>();
        add(rows, Material.DECLARED, Detectors.trivial());
        add(
                rows,
                Material.SOURCE,
                List.of(
                        L2.FLOW,
                        L2.SEQUENCE_MEAN,
                        new PrincipalComponents(),
                        new NearestNeighbours(),
                        new IsolationForest(),
                        new RandomCuts(),
                        new AutoEncoder(),
                        new VariationalAutoEncoder()));
        add(
                rows,
                Material.SHOTS,
                List.of(
                        L2.SEQUENCE_MEAN,
                        new PrincipalComponents(),
                        new NearestNeighbours(),
                        new IsolationForest()));
        add(rows, Material.DECLARED, Detectors.simple());
        add(rows, Material.DECLARED, Detectors.networks());
        add(rows, Material.ORACLE, List.of(new PrincipalComponents(), new AutoEncoder()));
        return rows;
    }

    /** The rows of a quick look: same shots and same material only. */
    public static List<Row> few() {
        return rivals().stream()
                .filter(r -> !r.material().equals(Material.SOURCE.label()))
                .filter(r -> !r.material().equals(Material.ORACLE.label()))
                .toList();
    }

    /** The simple detectors alone, on the shots and on the same material. */
    public static List<Row> simple() {
        List<Row> rows = new ArrayList<>();
        add(rows, Material.DECLARED, Detectors.trivial());
        add(
                rows,
                Material.SHOTS,
                List.of(L2.SEQUENCE_MEAN, new PrincipalComponents(), new NearestNeighbours()));
        add(rows, Material.DECLARED, Detectors.simple());
        return rows;
    }

    /** The strongest of them, for a look within minutes. */
    public static List<Row> fast() {
        List<Row> rows = new ArrayList<>();
        add(
                rows,
                Material.DECLARED,
                List.of(
                        L2.SEQUENCE_MEAN,
                        L2.MEAN_AND_SPREAD,
                        new PrincipalComponents(),
                        new NearestNeighbours()));
        return rows;
    }

    private static void add(List<Row> rows, Material material, List<Detector> detectors) {
        detectors.forEach(d -> rows.add(new DetectorRow(d, material)));
    }
}
