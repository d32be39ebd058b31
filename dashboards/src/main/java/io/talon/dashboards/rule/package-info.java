// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Detection rules: TOML sources in the layout of custom rules, packed into the file that Kibana
 * imports.
 *
 * <p>Start reading at {@link io.talon.dashboards.rule.RuleFolder}.
 */
package io.talon.dashboards.rule;
