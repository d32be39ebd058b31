// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a caller proved who it is. */
public enum SignIn {
    /** By an API key. */
    @JsonProperty("api-key")
    API_KEY,
    /** By a token of an OpenID Connect issuer. */
    @JsonProperty("oidc")
    OIDC
}
