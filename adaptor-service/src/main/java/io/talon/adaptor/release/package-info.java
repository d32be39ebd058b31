/**
 * Adaptors and their releases: a checked file is stored, promoted in a transaction that also fills
 * the outbox, and sent to Kafka's control topic, signed, until Kafka has it.
 */
package io.talon.adaptor.release;
