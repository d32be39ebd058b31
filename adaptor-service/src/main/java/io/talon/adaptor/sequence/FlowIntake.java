// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.zeek.Conn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Takes flows of a log in as sequences. When there are more than the site may keep, a random part
 * of them is kept, the same for the same log; of the rest, where it is declared benign, who talked
 * to whom.
 */
@ApplicationScoped
class FlowIntake {
    private static final long SEED = 1;

    @Inject Sites sites;
    @Inject StoredSequences stored;
    @Inject StoredExchanges exchanges;
    @Inject TalonConfig config;
    @Inject AuditLog audit;

    @Transactional
    FlowsReport take(String siteName, byte[] log, boolean benign) {
        Site site = sites.lock(siteName);
        ConnUpload upload = ConnUpload.read(log);
        List<FlowSequence> all = sequences(upload.flows(), benign);
        requireProfile(site, all);
        Set<String> there = stored.uids(site);
        int room = Math.max(0, config.quota().sequences() - there.size());
        List<FlowSequence> fresh = new ArrayList<>();
        for (FlowSequence flows : all) {
            if (there.add(flows.uid())) {
                fresh.add(flows);
            }
        }
        int known = all.size() - fresh.size();
        int dropped = Math.max(0, fresh.size() - room);
        if (dropped > 0) {
            Collections.shuffle(fresh, new Random(SEED));
        }
        List<FlowSequence> kept = fresh.subList(0, fresh.size() - dropped);
        kept.forEach(flows -> stored.add(site, flows));
        int remembered = benign ? remember(site, fresh.subList(kept.size(), fresh.size())) : 0;
        audit.done(
                benign ? "flows.add-benign" : "flows.add",
                "sites/" + siteName + "/flows",
                kept.size() + " sequences");
        return upload.report(kept.size(), dropped, remembered, known);
    }

    private int remember(Site site, List<FlowSequence> dropped) {
        return exchanges.keep(
                site,
                dropped.stream()
                        .map(FlowSequence::sequence)
                        .filter(sequence -> sequence.exchange() != null)
                        .map(s -> new DatedExchange(s.endMicros(), s.exchange()))
                        .toList());
    }

    private static List<FlowSequence> sequences(List<Conn> flows, boolean benign) {
        List<Conn> ordered = flows.stream().sorted(Destinations.ORDER).toList();
        Destinations destinations = new Destinations();
        List<FlowSequence> all = new ArrayList<>(ordered.size());
        for (Conn flow : ordered) {
            Sequence sequence = destinations.append(flow);
            all.add(
                    new FlowSequence(
                            sequence, flow.origH(), flow.respH(), flow.respP(), benign, null));
        }
        return all;
    }

    private static void requireProfile(Site site, List<FlowSequence> all) {
        if (!all.isEmpty() && !all.get(0).sequence().profile().equals(site.profile())) {
            throw ProblemException.unusable(
                    "profile-mismatch",
                    "a conn.log has profile "
                            + all.get(0).sequence().profile()
                            + ", site '"
                            + site.name()
                            + "' has "
                            + site.profile(),
                    "Make a site with the profile of its flows.");
        }
    }
}
