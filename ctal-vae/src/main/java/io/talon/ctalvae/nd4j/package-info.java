// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The network on ND4J: runs wherever ND4J does. Found by name, needed by nobody. */
package io.talon.ctalvae.nd4j;
