/** The old versions of Talon's Avro records. The records themselves are {@code io.talon.*.v1}. */
package io.talon.schema;
