/**
 * The Flink job: {@link io.talon.job.JobTopology} is what it does, {@link io.talon.job.TalonJob}
 * puts Kafka before it and Elasticsearch behind it.
 */
package io.talon.job;
