// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.document;

import io.talon.checks.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A Markdown file.
 *
 * @param links where its links and images point, as written
 * @param anchors what can stand behind {@code #}, as GitHub makes it from headings
 * @param commands its blocks marked {@code sh run}
 */
record Page(Path file, List<String> links, List<String> anchors, List<Block> commands) {

    /**
     * Commands that a reader is told to type.
     *
     * @param isLong whether they are marked {@code sh run long}
     */
    record Block(String text, boolean isLong) {}

    static Page read(Path file) {
        Page page = new Page(file, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Parser.builder().build().parse(Checkout.text(file)).accept(page.new Collector());
        return page;
    }

    String name() {
        return Checkout.ROOT.relativize(file).toString();
    }

    boolean isLong() {
        return commands.stream().anyMatch(Block::isLong);
    }

    private final class Collector extends AbstractVisitor {
        private final Map<String, Integer> seen = new HashMap<>();

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
        }

        @Override
        public void visit(Heading heading) {
            StringBuilder text = new StringBuilder();
            heading.accept(new Words(text));
            String slug =
                    text.toString()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-');
            int before = seen.merge(slug, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? slug : slug + "-" + before);
            visitChildren(heading);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            List<String> info = List.of(block.getInfo().split(" "));
            if (info.contains("run")) {
                commands.add(new Block(block.getLiteral(), info.contains("long")));
            }
        }
    }

    private static final class Words extends AbstractVisitor {
        private final StringBuilder text;

        Words(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }
    }
}
