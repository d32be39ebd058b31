// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import io.talon.adaptor.artifact.Artifacts;
import io.talon.adaptor.model.KnownModels;
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
    @Inject KnownModels models;

    private final Map<String, SiteModel> recent =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(KEPT, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, SiteModel> eldest) {
                            return size() > KEPT;
                        }
                    });

    /** The site's active adaptor with the model it was made for; without one, the base model. */
    @Transactional
    public SiteModel active(Site site) {
        return site.activeAdaptor().isEmpty()
                ? models.base()
                : of(adaptors.find(site, site.activeAdaptor().getAsLong()));
    }

    private SiteModel of(StoredAdaptor adaptor) {
        String key = adaptor.tenant() + "|" + adaptor.sha256();
        SiteModel known = recent.get(key);
        if (known == null) {
            byte[] file = artifacts.get(adaptor.tenant(), adaptor.sha256());
            known = AdaptorFile.check(file, models).model();
            recent.put(key, known);
        }
        return known;
    }
}
