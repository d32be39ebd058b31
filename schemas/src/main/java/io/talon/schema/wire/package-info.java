/**
 * Records as bytes: Avro's single-object encoding where there is no schema registry, and
 * Confluent's five-byte header where there is one.
 */
package io.talon.schema.wire;
