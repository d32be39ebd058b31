// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Sequences that triplets can name: uploaded, copied from Elasticsearch, and chosen as candidates.
 */
package io.talon.adaptor.sequence;
