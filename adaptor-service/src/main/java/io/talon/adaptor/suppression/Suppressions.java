// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.suppression;

import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.control.Outbox;
import io.talon.adaptor.control.ReleaseKey;
import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.Caller;
import io.talon.control.v1.Suppression;
import io.talon.schema.control.SignedBytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The suppressions of the caller's tenant that concern sites which its credential reaches. */
@ApplicationScoped
public class Suppressions {
    @Inject Session entities;
    @Inject Sites sites;
    @Inject ReleaseKey key;
    @Inject Outbox outbox;
    @Inject Caller caller;
    @Inject AuditLog audit;

    @Transactional
    Page<SuppressionView> page(Paging paging) {
        Cursor.Place before = Cursor.place(paging.cursor);
        List<StoredSuppression> found =
                entities.createQuery(
                                "from StoredSuppression where created < :time"
                                        + " or created = :time and id < :id"
                                        + " order by created desc, id desc",
                                StoredSuppression.class)
                        .setParameter("time", before.time())
                        .setParameter("id", before.id())
                        .setMaxResults(paging.limit + 1)
                        .getResultList();
        Page<StoredSuppression> page =
                Page.of(found, paging.limit, s -> Cursor.of(s.created, s.id));
        return new Page<>(
                page.items().stream().filter(this::reaches).map(SuppressionView::of).toList(),
                page.next());
    }

    @Transactional
    SuppressionView one(UUID id) {
        return SuppressionView.of(find(id));
    }

    /** Makes a suppression, owned by the caller. */
    @Transactional
    public SuppressionView create(NewSuppression wanted) {
        if (wanted.site() != null) {
            sites.find(wanted.site());
        } else if (!caller.identity().orElseThrow().sites().isEmpty()) {
            throw ProblemException.forbidden(
                    "the credential is for some sites only", "Name one of its sites.");
        }
        StoredSuppression stored = new StoredSuppression();
        stored.site = wanted.site();
        stored.sourceCidr = Nets.checked("sourceCidr", wanted.sourceCidr());
        stored.destinationCidr = Nets.checked("destinationCidr", wanted.destinationCidr());
        stored.destinationPort = wanted.destinationPort();
        stored.transport = wanted.transport();
        stored.direction = wanted.direction();
        stored.reason = singleLine(wanted.reason());
        stored.owner = singleLine(caller.name());
        stored.created = Instant.now().truncatedTo(ChronoUnit.MICROS);
        stored.expires =
                wanted.expires() == null ? null : wanted.expires().truncatedTo(ChronoUnit.MICROS);
        requireCondition(stored);
        entities.persist(stored);
        send(stored);
        audit.done("suppression.create", "suppressions/" + stored.id, stored.reason);
        return SuppressionView.of(stored);
    }

    /** Takes a suppression back; a second time changes nothing. */
    @Transactional
    SuppressionView withdraw(UUID id) {
        StoredSuppression stored = find(id);
        if (!stored.withdrawn) {
            stored.withdrawn = true;
            send(stored);
            audit.done("suppression.withdraw", "suppressions/" + id, null);
        }
        return SuppressionView.of(stored);
    }

    private void send(StoredSuppression stored) {
        stored.version++;
        Suppression record =
                Suppression.newBuilder()
                        .setId(stored.id.toString())
                        .setTenant(caller.tenant())
                        .setSite(stored.site)
                        .setSourceCidr(stored.sourceCidr)
                        .setDestinationCidr(stored.destinationCidr)
                        .setDestinationPort(stored.destinationPort)
                        .setTransport(stored.transport)
                        .setDirection(stored.direction)
                        .setReason(stored.reason)
                        .setOwner(stored.owner)
                        .setCreated(stored.created)
                        .setExpires(stored.expires)
                        .setWithdrawn(stored.withdrawn)
                        .setVersion(stored.version)
                        .setKeyId(key.id())
                        .build();
        record.setSignature(ByteBuffer.wrap(key.sign(SignedBytes.of(record))));
        outbox.add(record);
    }

    private StoredSuppression find(UUID id) {
        return entities.createQuery(
                        "from StoredSuppression where id = :id", StoredSuppression.class)
                .setParameter("id", id)
                .getResultStream()
                .filter(this::reaches)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("suppression '" + id + "'"));
    }

    private boolean reaches(StoredSuppression stored) {
        return stored.site == null || caller.reaches(stored.site);
    }

    private static void requireCondition(StoredSuppression stored) {
        if (stored.sourceCidr == null
                && stored.destinationCidr == null
                && stored.destinationPort == null) {
            throw ProblemException.badRequest(
                    "suppresses-everything",
                    "without a net or a port it would suppress nearly everything",
                    "Name sourceCidr, destinationCidr or destinationPort.");
        }
    }

    private static String singleLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
