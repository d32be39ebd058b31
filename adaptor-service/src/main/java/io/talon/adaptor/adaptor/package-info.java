// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The adaptors of a site: what is stored of them, and the models that they make. */
package io.talon.adaptor.adaptor;
