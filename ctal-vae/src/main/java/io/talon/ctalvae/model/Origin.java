// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

/**
 * Where weights come from.
 *
 * @param version program version and the first digits of the hash, e.g. {@code 0.1.0+3f2a91bc}
 * @param sha256 lower-case hexadecimal SHA-256 of the file's manifest, which covers all its tensors
 */
public record Origin(String version, String sha256) {}
