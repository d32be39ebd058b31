/**
 * The servers that Talon runs on one machine, behind {@link io.talon.local.part.Part}: how each is
 * configured, started, found to be healthy and stopped, and why it failed when it did.
 */
package io.talon.local.part;
