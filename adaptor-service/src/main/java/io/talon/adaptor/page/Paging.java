// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** What a list operation is asked for. */
public class Paging {
    /** Behind which item the page begins; null: at the beginning. */
    @QueryParam("cursor")
    @Size(max = 500)
    public String cursor;

    /** How many items at most. */
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(100)
    public int limit;
}
