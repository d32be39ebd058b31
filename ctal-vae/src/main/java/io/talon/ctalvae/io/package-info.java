// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The {@code .talon} file: signed manifest and raw tensors. See docs/adr/0002-file-format.md. */
package io.talon.ctalvae.io;
