// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import io.talon.dashboards.InstalledAsset.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Puts templates, lifecycle policies and ingest pipelines into an Elasticsearch, brings those of an
 * earlier version up to date, and takes them away again. What somebody else made or changed is left
 * alone unless forced. Doing it twice changes nothing. Thread-safe.
 */
public final class Installer {
    private final Elasticsearch elasticsearch;
    private final AssetStore store;
    private final DataStreams streams;

    public Installer(URI elasticsearch, Credentials credentials) {
        this.elasticsearch = new Elasticsearch(elasticsearch, credentials);
        this.store = new AssetStore(this.elasticsearch);
        this.streams = new DataStreams(this.elasticsearch);
    }

    /**
     * What there is to do; changes nothing.
     *
     * @param geoip whether addresses are to be looked up on their way in, where the server can
     * @throws IOException if the server cannot be reached or does not let us look
     */
    public InstallPlan plan(boolean geoip) throws IOException, InterruptedException {
        ServerFeatures features = ServerFeatures.of(elasticsearch);
        List<Finding> findings = new ArrayList<>(new Checkup(elasticsearch).ofServer(features));
        if (geoip && !features.canGeoip()) {
            findings.add(
                    Finding.warning(
                            "this Elasticsearch has no geoip processor",
                            "Places and networks are left out."));
        }
        List<PlannedAsset> assets = new ArrayList<>();
        if (features.version().isSupported()) {
            for (Asset asset : Asset.fitting(features, geoip)) {
                assets.add(store.compare(asset, features));
            }
        }
        List<TalonStream> present = streams.list();
        findings.addAll(Checkup.ofStreams(present));
        return new InstallPlan(features, assets, present, findings);
    }

    /**
     * Does what a plan says.
     *
     * @param force whether to replace what somebody else made or changed, too, and to start new
     *     indices where an old one has other field types
     * @return what was done, in order
     * @throws IOException if the server refuses something; what was done before it stays
     */
    public List<InstalledAsset> apply(InstallPlan plan, boolean force)
            throws IOException, InterruptedException {
        List<InstalledAsset> done = new ArrayList<>();
        for (PlannedAsset planned : plan.assets()) {
            done.add(apply(planned, force));
        }
        // Listed anew: one may have been made since the plan, from templates half way.
        for (TalonStream stream : streams.list()) {
            if (stream.isBehind()) {
                streams.bringUpToDate(stream);
            } else if (force
                    && !stream.newest()
                            .conflicts(Mappings.fieldTypes(stream.template()))
                            .isEmpty()) {
                streams.rollOver(stream);
            }
        }
        return done;
    }

    private InstalledAsset apply(PlannedAsset planned, boolean force)
            throws IOException, InterruptedException {
        Asset asset = planned.asset();
        if (!planned.isToBeSent(force)) {
            Outcome outcome = planned.state() == AssetState.SAME ? Outcome.UNCHANGED : Outcome.KEPT;
            return new InstalledAsset(asset, outcome, List.of());
        }
        List<String> replaced = store.put(asset);
        Outcome outcome = planned.state() == AssetState.MISSING ? Outcome.CREATED : Outcome.UPDATED;
        return new InstalledAsset(asset, outcome, replaced);
    }

    /**
     * Takes away what was installed. Data streams stay, and with them Elasticsearch keeps the
     * templates that they were made from.
     *
     * @param force whether to remove what somebody changed, too
     * @throws IOException if the server refuses; names what uses the template
     */
    public List<InstalledAsset> uninstall(boolean force) throws IOException, InterruptedException {
        List<TalonStream> present = streams.list();
        if (!present.isEmpty()) {
            throw new IOException(
                    "the templates are in use by the data streams "
                            + present.stream().map(TalonStream::name).toList()
                            + ", which hold your data. Delete those first if you want to be rid of"
                            + " them: DELETE /_data_stream/NAME.");
        }
        ServerFeatures features = ServerFeatures.of(elasticsearch);
        List<Asset> assets = new ArrayList<>(Asset.fitting(features, true));
        Collections.reverse(assets);
        List<InstalledAsset> done = new ArrayList<>();
        for (Asset asset : assets) {
            AssetState state = store.compare(asset, features).state();
            if (state == AssetState.MISSING) {
                continue;
            }
            boolean keeps = state.needsForce() && !force;
            Outcome outcome = keeps ? Outcome.KEPT : Outcome.REMOVED;
            if (!keeps) {
                store.delete(asset);
            }
            done.add(new InstalledAsset(asset, outcome, List.of()));
        }
        return done;
    }
}
