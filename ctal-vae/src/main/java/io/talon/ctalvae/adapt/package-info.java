// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Teaching a model a site: triplets, the adaptor that learns from them, and its calibration. */
package io.talon.ctalvae.adapt;
