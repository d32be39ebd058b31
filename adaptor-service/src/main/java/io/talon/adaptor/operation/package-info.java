// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** What whoever runs the service looks at: request ids, metrics, readiness. */
package io.talon.adaptor.operation;
