// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Files that are kept: adaptors. In the database, in a directory, or in an S3-compatible store. */
package io.talon.adaptor.artifact;
