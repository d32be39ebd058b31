/**
 * The operators between sources and sinks: sequences, scores. Grouping of alerts, suppressions and
 * drift watch have their place behind {@link io.talon.job.operator.ScoreFunction}, on its side
 * output of anomalies.
 */
package io.talon.job.operator;
