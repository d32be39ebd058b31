// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.audit;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who did what. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/audit")
class AuditResource {
    @Inject AuditReader audit;

    record AuditList(List<AuditEntry> entries, String next) {}

    @GET
    @Needs(Role.ADMIN)
    public AuditList page(@Valid @BeanParam Paging paging) {
        Page<AuditEntry> page = audit.page(paging);
        return new AuditList(page.items(), page.next());
    }

    @GET
    @Path("/verify")
    @Needs(Role.ADMIN)
    public AuditFinding verify() {
        return audit.verify();
    }
}
