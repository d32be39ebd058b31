// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0

/**
 * A site's memory of its benign exchanges: who talks to whom, for what, in which rhythm; and how
 * surprising another exchange is. Depends on {@code sequence} alone.
 */
package io.talon.ctalvae.relation;
