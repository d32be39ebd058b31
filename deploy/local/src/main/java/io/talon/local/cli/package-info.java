/** The command line of this module: {@code talon demo} and {@code talon doctor}. */
package io.talon.local.cli;
