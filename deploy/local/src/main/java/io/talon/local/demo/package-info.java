/**
 * {@code talon demo}: all parts on one machine, flows sent through them, and what came out. The
 * entry point is {@link io.talon.local.demo.Demo}.
 */
package io.talon.local.demo;
