// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** A real S3-compatible store, for tests alone. */
package io.talon.it.s3;
