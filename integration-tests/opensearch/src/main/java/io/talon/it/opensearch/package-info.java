// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** An OpenSearch node for tests: one real server that Elasticsearch's client refuses. */
package io.talon.it.opensearch;
