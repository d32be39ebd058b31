// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.TimeBlocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BlockComparisonTest {
    private static final Pattern CELL = Pattern.compile("\\| (\\S+) \\((\\S+) to (\\S+)\\)");

    /** In every part of the time 50 hits and 100 passes, and false alarms in some. */
    private static Outcome outcome(String row, int partsWithAlarms) {
        Map<String, Double> measures = new HashMap<>();
        for (int block = 0; block < TimeBlocks.COUNT; block++) {
            measures.put("block " + block + " hits", 50.0);
            measures.put("block " + block + " passes", 100.0);
            if (block < partsWithAlarms) {
                measures.put("block " + block + " false alarms", 10.0);
            }
        }
        return new Outcome("", new Cell("pair", row, "", 5, 0, 0), "", 1, measures);
    }

    private static double[] difference(int ours, int theirs) {
        Results results = new Results(List.of(outcome("ours", ours), outcome("theirs", theirs)));
        Matcher cell = CELL.matcher(BlockComparison.of(results, "ours").markdown());
        assertThat(cell.find()).isTrue();
        return new double[] {
            Double.parseDouble(cell.group(1)),
            Double.parseDouble(cell.group(2)),
            Double.parseDouble(cell.group(3))
        };
    }

    @Test
    void whatHangsOnOnePartOfTheTimeIsNoDifferenceShown() {
        double[] found = difference(1, 0);
        assertThat(found[0]).isBetween(-0.01, -0.001);
        assertThat(found[1]).isLessThan(found[0]);
        assertThat(found[2]).isZero();
    }

    @Test
    void whatIsThereAllTheTimeIs() {
        double[] found = difference(0, TimeBlocks.COUNT);
        assertThat(found[1]).isGreaterThan(0.05);
        assertThat(found[2]).isEqualTo(found[1]);
    }

    @Test
    void rowsWithoutPartsAreLeftOut() {
        Outcome bare = new Outcome("", new Cell("pair", "old", "", 5, 0, 0), "", 1, Map.of());
        Table table = BlockComparison.of(new Results(List.of(outcome("ours", 1), bare)), "ours");
        assertThat(table.isEmpty()).isTrue();
    }
}
