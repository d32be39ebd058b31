/**
 * What Talon says of an anomaly: the ECS document, its English sentence, and the document of a dead
 * letter. Knows nothing of Flink or Elasticsearch's client.
 */
package io.talon.job.document;
