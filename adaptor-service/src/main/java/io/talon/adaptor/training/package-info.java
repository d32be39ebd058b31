// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Training jobs: a queue per tenant, served in turn; each becomes an adaptor with a report card, in
 * one transaction, or a problem.
 */
package io.talon.adaptor.training;
