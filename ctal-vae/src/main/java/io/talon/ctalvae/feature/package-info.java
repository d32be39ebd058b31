// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * What a flow looks like to the model: feature profiles and the vectors made from conns. No
 * address, label or absolute time is a feature.
 */
package io.talon.ctalvae.feature;
