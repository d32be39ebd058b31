// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Who did what: one chain of hashes per tenant, written in the transaction of the deed itself. */
package io.talon.adaptor.audit;
