// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** A real PostgreSQL, for tests alone. */
package io.talon.it.postgres;
