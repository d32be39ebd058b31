// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Base models: which ones the service knows, which one sites without an adaptor run, and how
 * another is released to the job.
 */
package io.talon.adaptor.model;
