/**
 * {@code talon doctor}: checks of this machine, of what was built, and of the servers that the user
 * names. Each finding says what is so and what to do about it.
 */
package io.talon.local.doctor;
