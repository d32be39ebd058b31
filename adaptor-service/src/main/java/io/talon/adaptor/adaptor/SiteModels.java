// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import io.talon.adaptor.artifact.Artifacts;
import io.talon.adaptor.site.Site;
import io.talon.ctalvae.model.SiteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The model that a site runs. The ones that were asked for last are kept in memory. */
@ApplicationScoped
public class SiteModels {
    private static final int KEPT = 32;

    @Inject Adaptors adaptors;
    @Inject Artifacts artifacts;

    private final Map<String, SiteModel> recent =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(KEPT, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, SiteModel> eldest) {
                            return size() > KEPT;
                        }
                    });

    /** The base model, with the site's active adaptor if there is one. */
    @Transactional
    public SiteModel active(Site site) {
        return site.activeAdaptor().isEmpty()
                ? SiteModel.base()
                : of(adaptors.find(site, site.activeAdaptor().getAsLong()));
    }

    private SiteModel of(StoredAdaptor adaptor) {
        String key = adaptor.tenant() + "|" + adaptor.sha256();
        SiteModel known = recent.get(key);
        if (known == null) {
            byte[] file = artifacts.get(adaptor.tenant(), adaptor.sha256());
            known = AdaptorFile.check(file).model();
            recent.put(key, known);
        }
        return known;
    }
}
