// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Files that are kept: adaptors. In the database, or in a directory. */
package io.talon.adaptor.artifact;
