// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Second persons: who approved which adaptor. */
@ApplicationScoped
public class Approvals {
    @Inject Session entities;
    @Inject Sites sites;
    @Inject Adaptors adaptors;
    @Inject Caller caller;
    @Inject AuditLog audit;

    /**
     * Records the caller's approval; a second time changes nothing.
     *
     * @throws ProblemException if the caller made the adaptor
     */
    @Transactional
    public AdaptorInfo approve(String siteName, long version) {
        StoredAdaptor adaptor = adaptors.find(sites.lock(siteName), version);
        if (adaptor.uploadedBy.equals(caller.name())) {
            throw ProblemException.conflict(
                    "own-adaptor",
                    "'" + caller.name() + "' made adaptor " + version,
                    "Have somebody else approve it, with a credential of another name.");
        }
        if (of(List.of(adaptor.id)).stream().noneMatch(a -> a.approver.equals(caller.name()))) {
            entities.persist(
                    new Approval(
                            adaptor.id,
                            caller.name(),
                            Instant.now().truncatedTo(ChronoUnit.MICROS)));
            audit.done("adaptor.approve", Adaptors.path(siteName, version), null);
        }
        return info(adaptor);
    }

    /** Whether somebody approved it who is neither its maker nor the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hasSecondPerson(StoredAdaptor adaptor) {
        return of(List.of(adaptor.id)).stream()
                .map(a -> a.approver)
                .anyMatch(by -> !by.equals(caller.name()) && !by.equals(adaptor.uploadedBy));
    }

    AdaptorInfo info(StoredAdaptor adaptor) {
        return infos(List.of(adaptor)).get(0);
    }

    List<AdaptorInfo> infos(List<StoredAdaptor> all) {
        Map<UUID, List<Approval>> byAdaptor =
                of(all.stream().map(a -> a.id).toList()).stream()
                        .collect(Collectors.groupingBy(a -> a.adaptor));
        return all.stream()
                .map(a -> AdaptorInfo.of(a, views(byAdaptor.getOrDefault(a.id, List.of()))))
                .toList();
    }

    private static List<AdaptorInfo.ApprovalInfo> views(List<Approval> approvals) {
        return approvals.stream()
                .map(a -> new AdaptorInfo.ApprovalInfo(a.approver, a.approved))
                .toList();
    }

    private List<Approval> of(List<UUID> adaptorIds) {
        return adaptorIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "from Approval where adaptor in :adaptors order by approved",
                                Approval.class)
                        .setParameter("adaptors", adaptorIds)
                        .getResultList();
    }
}
