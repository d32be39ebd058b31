/**
 * The adaptor service: tenants, their sites, and the adaptors that their sites run. It reaches the
 * running job by Kafka's control topic only.
 */
package io.talon.adaptor;
