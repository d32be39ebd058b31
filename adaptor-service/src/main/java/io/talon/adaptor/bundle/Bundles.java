// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.adaptor.adaptor.AdaptorFile;
import io.talon.adaptor.adaptor.AdaptorInfo;
import io.talon.adaptor.adaptor.Adaptors;
import io.talon.adaptor.adaptor.StoredAdaptor;
import io.talon.adaptor.artifact.Artifacts;
import io.talon.adaptor.artifact.Sha256;
import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.control.ReleaseKey;
import io.talon.adaptor.model.KnownModels;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.Caller;
import io.talon.adaptor.training.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Packs adaptors with their report cards, and takes such bundles in. An imported adaptor is judged
 * anew on the site that takes it: the card that comes with it is for people.
 */
@ApplicationScoped
class Bundles {
    @Inject Sites sites;
    @Inject Adaptors adaptors;
    @Inject Uploads uploads;
    @Inject Artifacts artifacts;
    @Inject KnownModels models;
    @Inject ReleaseKey key;
    @Inject TrustedBundles trusted;
    @Inject Caller caller;
    @Inject AuditLog audit;
    @Inject ObjectMapper json;

    @Transactional
    byte[] export(String siteName, long version) {
        Site site = sites.find(siteName);
        StoredAdaptor adaptor = adaptors.find(site, version);
        byte[] file = artifacts.get(adaptor.tenant(), adaptor.sha256());
        byte[] card =
                (adaptor.reportCard() == null ? "{}" : adaptor.reportCard())
                        .getBytes(StandardCharsets.UTF_8);
        byte[] manifest =
                write(
                        new BundleManifest(
                                BundleManifest.FORMAT,
                                siteName,
                                version,
                                site.profile(),
                                adaptor.label(),
                                adaptor.sha256(),
                                Sha256.of(card),
                                caller.name(),
                                Instant.now(),
                                key.id()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(BundleFile.MANIFEST, manifest);
        files.put(BundleFile.SIGNATURE, key.sign(manifest));
        files.put(BundleFile.ADAPTOR, file);
        files.put(BundleFile.CARD, card);
        audit.done("adaptor.export", Adaptors.path(siteName, version), adaptor.sha256());
        return BundleFile.pack(files);
    }

    /**
     * Takes a bundle in.
     *
     * @throws ProblemException if it is cut, changed, or signed by nobody who is trusted
     */
    @Transactional
    AdaptorInfo take(String siteName, byte[] bundle) {
        sites.find(siteName);
        Map<String, byte[]> files = BundleFile.unpack(bundle);
        byte[] signed = files.get(BundleFile.MANIFEST);
        if (!trusted.accept(signed, files.get(BundleFile.SIGNATURE))) {
            throw ProblemException.unusable(
                    "untrusted-bundle",
                    "the bundle is signed by none of the keys that are trusted here, or was"
                            + " changed",
                    "Have the exporting service's public key added to talon.bundle.trusted-keys.");
        }
        BundleManifest manifest = read(signed);
        byte[] file = files.get(BundleFile.ADAPTOR);
        if (manifest.format() != BundleManifest.FORMAT
                || !Sha256.of(file).equals(manifest.adaptorSha256())
                || !Sha256.of(files.get(BundleFile.CARD)).equals(manifest.reportCardSha256())) {
            throw BundleFile.refused("its files are not those that were signed");
        }
        uploads.checkSize(file);
        return uploads.add(siteName, AdaptorFile.check(file, models), "imported");
    }

    private byte[] write(BundleManifest manifest) {
        try {
            return json.writeValueAsBytes(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException("a record of plain values is always writable", e);
        }
    }

    private BundleManifest read(byte[] manifest) {
        try {
            return json.readValue(manifest, BundleManifest.class);
        } catch (IOException e) {
            throw BundleFile.refused("its manifest is no JSON of ours");
        }
    }
}
