// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The database that is configured: the embedded H2, or a PostgreSQL. */
package io.talon.adaptor.database;
