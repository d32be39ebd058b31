// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

/**
 * A Kafka record as it came, undecoded, and where it came from.
 *
 * @param value its bytes, empty for a tombstone; not to be changed
 */
public record RawRecord(String topic, int partition, long offset, byte[] value) {}
