// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import java.util.Set;

/**
 * Who a credential stands for.
 *
 * @param tenant whose data it reaches
 * @param name for the record: of the API key, or the subject of the token
 * @param role what it allows
 * @param sites the only sites that it reaches; empty: all
 * @param signIn how it was proved
 */
public record Identity(String tenant, String name, Role role, Set<String> sites, SignIn signIn) {}
