// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * What both ends of {@code talon.control} must agree on beyond the records' fields: the bytes that
 * are signed, and the Kafka keys under which the topic is compacted.
 */
package io.talon.schema.control;
