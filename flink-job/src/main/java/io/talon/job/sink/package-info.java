/**
 * Where results go. {@link io.talon.job.sink.ElasticsearchSink} creates documents once, waits for a
 * server that cannot take them, and turns what it will never take into dead letters.
 */
package io.talon.job.sink;
