// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Scores;
import io.talon.evaluation.protocol.Trial;
import java.util.List;
import java.util.stream.Stream;

/** The taught network, scored in one way. */
public final class GenerativeRow extends NetworkRow {
    private final GenerativePart part;
    private final Networks networks;

    private GenerativeRow(GenerativePart part, Networks networks) {
        this.part = part;
        this.networks = networks;
    }

    /** A row for each way. */
    public static List<Row> all(Networks networks) {
        return Stream.of(GenerativePart.values())
                .map(p -> (Row) new GenerativeRow(p, networks))
                .toList();
    }

    /** Name of the row that ships. */
    public static String usual() {
        return GenerativePart.FUSED.label() + ", k shots";
    }

    @Override
    public String detector() {
        return part.label();
    }

    @Override
    public String material() {
        return "k shots";
    }

    @Override
    Network network(Trial trial) {
        return networks.taught(trial, Selected.of(trial.shots()));
    }

    @Override
    public Scores scores(Trial trial) {
        return Scores.of(part.scores(network(trial), trial));
    }
}
