// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * What the running job is told: signed records, written to an outbox in the transaction of the
 * change that they tell of, and sent to Kafka's control topic until Kafka has them.
 */
package io.talon.adaptor.control;
