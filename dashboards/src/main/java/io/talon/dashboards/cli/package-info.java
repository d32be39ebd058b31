/** The commands {@code talon install} and {@code talon kibana}. */
package io.talon.dashboards.cli;
