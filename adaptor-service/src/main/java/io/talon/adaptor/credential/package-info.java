// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Credentials: API keys, tokens of an OpenID Connect issuer, the operator's key. */
package io.talon.adaptor.credential;
