// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Zeek's conn.log: the flow as a value ({@link io.talon.zeek.Conn}), a reader of every dialect in
 * which Zeek and its neighbours write it ({@link io.talon.zeek.ConnReader}), and a writer ({@link
 * io.talon.zeek.ConnWriter}).
 */
package io.talon.zeek;
