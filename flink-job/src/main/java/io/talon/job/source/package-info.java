/**
 * Where flows and releases come from: Kafka or files. Whatever is wrong with a record is found here
 * and ends as a dead letter, never as an exception.
 */
package io.talon.job.source;
