// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.teach;

import io.talon.benchmarks.Report;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What one run took, and the ratios of it.
 *
 * @param kernel what computed our gradients
 * @param cores that the JVM may use
 * @param steps gradient steps of pretraining that were timed, of either
 * @param adaptCold our first adaptation, before anything was compiled
 * @param adapt our adaptation, median
 * @param adaptSameDiff SameDiff's
 * @param teach a site taught whole by us: several fits, on all cores, memory, calibration
 * @param pretrain our pretraining per 100,000 sequences, as the shipped model was trained
 * @param pretrainFused as before, with fused multiply-adds
 * @param pretrainSameDiff SameDiff's
 */
record TeachReport(
        String kernel,
        int cores,
        int steps,
        Seconds adaptCold,
        Seconds adapt,
        Seconds adaptSameDiff,
        Seconds teach,
        Seconds pretrain,
        Seconds pretrainFused,
        Seconds pretrainSameDiff)
        implements Report {

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("java", Runtime.version().toString());
        map.put("kernel", kernel);
        map.put("cores", cores);
        map.put("pretraining_steps_timed", steps);
        Map<String, Double> wall = new LinkedHashMap<>();
        Map<String, Double> cpu = new LinkedHashMap<>();
        figures()
                .forEach(
                        (name, seconds) -> {
                            wall.put(name, seconds.wall());
                            cpu.put(name, seconds.cpu());
                        });
        map.put("seconds", wall);
        map.put("cpu_seconds", cpu);
        map.put("ratios", ratios());
        return map;
    }

    private Map<String, Seconds> figures() {
        Map<String, Seconds> figures = new LinkedHashMap<>();
        figures.put("adapt_five_triplets_cold", adaptCold);
        figures.put("adapt_five_triplets", adapt);
        figures.put("adapt_five_triplets_samediff", adaptSameDiff);
        figures.put("teach_site", teach);
        figures.put("pretrain_100k_sequences", pretrain);
        figures.put("pretrain_100k_sequences_fused", pretrainFused);
        figures.put("pretrain_100k_sequences_samediff", pretrainSameDiff);
        return figures;
    }

    /** Of the time of one thread, so that they hold on a busy machine too. */
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("adapt_to_samediff", adaptSameDiff.cpu() / adapt.cpu());
        ratios.put("pretrain_to_samediff", pretrainSameDiff.cpu() / pretrain.cpu());
        return ratios;
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s, %d cores, %d steps of pretraining timed%n".formatted(kernel, cores, steps));
        figures()
                .forEach(
                        (name, seconds) ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "%-34s %8.3f s, %8.3f s of the thread%n",
                                                name,
                                                seconds.wall(),
                                                seconds.cpu())));
        ratios().forEach(
                        (name, value) ->
                                text.append(
                                        String.format(Locale.ROOT, "%-34s %8.3f%n", name, value)));
        return text.toString();
    }
}
