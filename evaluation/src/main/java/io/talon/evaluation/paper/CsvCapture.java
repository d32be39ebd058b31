// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Flow;
import io.talon.evaluation.protocol.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A CSV file as a capture: sequences per destination over all its flows in order of time, of which
 * a random part is kept, so that the ratio of the kinds stays what it is.
 *
 * @param capture what is scored
 * @param flows flows in the file
 * @param rejected rows that were no flows
 */
public record CsvCapture(Capture capture, int flows, long rejected) {
    private static final double FIRST_GAP_MILLIS = 86_400_000;

    /**
     * Reads a file.
     *
     * @param unlabelled what a flow without a label counts as
     * @param most flows to keep
     */
    public static CsvCapture read(
            String name, Path file, Exporter exporter, Kind unlabelled, int most)
            throws IOException {
        CsvFlows csv = new CsvFlows(exporter);
        FlowTable table = csv.read(file);
        int[] order = table.order();
        int[] previous = table.previous(order);
        writeGaps(table, previous, exporter.profile().features());
        Random random = new Random(0);
        int left = order.length;
        int wanted = Math.min(most, left);
        List<Flow> kept = new ArrayList<>(wanted);
        for (int flow : order) {
            if (random.nextInt(left--) < wanted) {
                wanted--;
                Kind kind = table.kind(flow) == Kind.UNLABELLED ? unlabelled : table.kind(flow);
                kept.add(
                        new Flow(
                                table.destination(flow),
                                table.time(flow),
                                kind,
                                table.family(flow),
                                sequence(table, previous, flow, exporter.profile().id())));
            }
        }
        return new CsvCapture(new Capture(name, kept), table.size(), csv.rejected());
    }

    private static void writeGaps(FlowTable table, int[] previous, List<Feature> features) {
        int gap = features.size() - 1;
        for (int flow = 0; flow < table.size(); flow++) {
            double millis =
                    previous[flow] < 0
                            ? FIRST_GAP_MILLIS
                            : (table.time(flow) - table.time(previous[flow])) / 1e3;
            table.set(flow, gap, (float) Math.log1p(millis));
        }
    }

    private static Sequence sequence(FlowTable table, int[] previous, int last, String profile) {
        List<Integer> steps = new ArrayList<>(FlowHistory.LENGTH);
        for (int flow = last; flow >= 0 && steps.size() < FlowHistory.LENGTH; ) {
            steps.add(0, flow);
            flow = previous[flow];
        }
        float[] values = new float[steps.size() * table.width()];
        for (int t = 0; t < steps.size(); t++) {
            table.copyTo(steps.get(t), values, t * table.width());
        }
        return new Sequence(
                profile,
                table.width(),
                values,
                steps.stream().map(flow -> "row" + (flow + 1)).toList(),
                table.time(steps.get(0)),
                table.time(last));
    }
}
