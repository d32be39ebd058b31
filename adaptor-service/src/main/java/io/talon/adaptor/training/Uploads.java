// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.adaptor.AdaptorFile;
import io.talon.adaptor.adaptor.AdaptorInfo;
import io.talon.adaptor.adaptor.Adaptors;
import io.talon.adaptor.adaptor.NewAdaptor;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Takes adaptors in that were made elsewhere. They are judged on the site's benign sequences, all
 * of them: what they were fitted on is not known.
 */
@ApplicationScoped
public class Uploads {
    @Inject Sites sites;
    @Inject MaterialFinder materials;
    @Inject CardMaker cards;
    @Inject Adaptors adaptors;
    @Inject TalonConfig config;

    /**
     * Whether a file can become a release.
     *
     * @throws ProblemException if it is too large
     */
    public void checkSize(byte[] file) {
        long limit = config.adaptor().maxSize().asLongValue();
        if (file.length > limit) {
            throw ProblemException.tooLarge(
                    "the adaptor has %d bytes, more than %d".formatted(file.length, limit),
                    "Send one adaptor. If it is larger, raise talon.adaptor.max-size, and"
                            + " max.message.bytes of the control topic above it.");
        }
    }

    /** Judges and stores an adaptor; {@code origin} is uploaded or imported. */
    @Transactional
    public AdaptorInfo add(String siteName, AdaptorFile file, String origin) {
        Site site = sites.find(siteName);
        CardMaker.Case judged =
                new CardMaker.Case(
                        file.model(),
                        null,
                        materials.benign(site).stream()
                                .filter(s -> s.profile().equals(file.model().profile().id()))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0);
        CardMaker.Card card = cards.make(site, judged);
        return adaptors.add(
                siteName, new NewAdaptor(file, origin, card.verdict(), card.text(), null));
    }
}
