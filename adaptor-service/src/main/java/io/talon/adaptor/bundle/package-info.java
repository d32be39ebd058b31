// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Adaptors that move between services: signed bundles, read as if an enemy had packed them. */
package io.talon.adaptor.bundle;
