// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.teach;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Seconds of one run, and their ratios.
 *
 * @param kernel what computed our gradients
 * @param cores that the JVM may use
 * @param steps gradient steps of pretraining that were timed, of either
 * @param adaptCold our first adaptation, before anything was compiled
 * @param adapt our adaptation, median
 * @param adaptSameDiff SameDiff's
 * @param teach a site taught whole by us: several fits, memory, calibration
 * @param pretrain our pretraining per 100,000 sequences
 * @param pretrainSameDiff SameDiff's
 */
record TeachReport(
        String kernel,
        int cores,
        int steps,
        double adaptCold,
        double adapt,
        double adaptSameDiff,
        double teach,
        double pretrain,
        double pretrainSameDiff) {

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("java", Runtime.version().toString());
        map.put("kernel", kernel);
        map.put("cores", cores);
        map.put("pretraining_steps_timed", steps);
        map.put("seconds", seconds());
        map.put("ratios", ratios());
        return map;
    }

    private Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("adapt_five_triplets_cold", adaptCold);
        seconds.put("adapt_five_triplets", adapt);
        seconds.put("adapt_five_triplets_samediff", adaptSameDiff);
        seconds.put("teach_site", teach);
        seconds.put("pretrain_100k_sequences", pretrain);
        seconds.put("pretrain_100k_sequences_samediff", pretrainSameDiff);
        return seconds;
    }

    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("adapt_to_samediff", adaptSameDiff / adapt);
        ratios.put("pretrain_to_samediff", pretrainSameDiff / pretrain);
        return ratios;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s, %d cores, %d steps of pretraining timed%n".formatted(kernel, cores, steps));
        seconds().forEach((name, value) -> line(text, name, value, " s"));
        ratios().forEach((name, value) -> line(text, name, value, ""));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, double value, String unit) {
        text.append(String.format(Locale.ROOT, "%-34s %8.3f%s%n", name, value, unit));
    }
}
