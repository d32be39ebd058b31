/**
 * Processes that Talon starts on this machine, and how none outlives the run: marked command lines,
 * a work folder per run, and a watchdog that cleans up when the run is killed.
 */
package io.talon.local.process;
