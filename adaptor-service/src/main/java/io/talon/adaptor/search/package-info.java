// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * What the running job wrote into Elasticsearch. Queries are built from typed parts, never from
 * text; the data stream's name comes from the caller's tenant alone.
 */
package io.talon.adaptor.search;
