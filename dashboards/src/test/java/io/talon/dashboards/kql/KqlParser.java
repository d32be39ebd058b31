// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code not} binds closer than {@code and}, that closer than {@code or}. A value is a word, a
 * quoted text, or a list {@code (a or b)}; text without a field, nested queries and escapes outside
 * quotes are refused.
 */
final class KqlParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[()]|<=|>=|[:<>]|[^\\s()\":<>{}\\\\]+)");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    KqlParser(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        String rest = text.stripTrailing();
        while (at < rest.length()) {
            matcher.region(at, rest.length());
            if (!matcher.lookingAt()) {
                throw refused("cannot read \"" + rest.substring(at) + "\"");
            }
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
    }

    Kql query() {
        Kql kql = or(this::operand);
        if (next < tokens.size()) {
            throw refused("did not expect \"" + tokens.get(next) + "\"");
        }
        return kql;
    }

    private Kql or(Supplier<Kql> operand) {
        List<Kql> parts = new ArrayList<>(List.of(and(operand)));
        while (takes("or")) {
            parts.add(and(operand));
        }
        return parts.size() == 1 ? parts.get(0) : new Kql.Or(parts);
    }

    private Kql and(Supplier<Kql> operand) {
        List<Kql> parts = new ArrayList<>(List.of(operand.get()));
        while (takes("and")) {
            parts.add(operand.get());
        }
        return parts.size() == 1 ? parts.get(0) : new Kql.And(parts);
    }

    private Kql operand() {
        if (takes("not")) {
            return new Kql.Not(operand());
        }
        if (takes("(")) {
            Kql inner = or(this::operand);
            expect(")");
            return inner;
        }
        String field = word("a field");
        for (Kql.Operator operator : Kql.Operator.values()) {
            if (takes(operator.sign())) {
                return new Kql.Range(field, operator, unquoted(word("a bound")));
            }
        }
        expect(":");
        if (takes("(")) {
            Kql values = or(() -> negatable(value -> value(field, value)));
            expect(")");
            return values;
        }
        return value(field, word("a value"));
    }

    private Kql negatable(Function<String, Kql> one) {
        return takes("not") ? new Kql.Not(negatable(one)) : one.apply(word("a value"));
    }

    private static Kql value(String field, String word) {
        if (word.equals("*")) {
            return new Kql.Exists(field);
        }
        if (!word.startsWith("\"") && word.contains("*")) {
            return new Kql.Like(field, word);
        }
        return new Kql.Is(field, unquoted(word));
    }

    private static String unquoted(String word) {
        return word.startsWith("\"")
                ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1")
                : word;
    }

    private String word(String what) {
        if (next == tokens.size() || tokens.get(next).matches("[():<>]|[<>]=|and|or|not")) {
            throw refused(
                    "expected "
                            + what
                            + (next == tokens.size()
                                    ? " at the end"
                                    : " before \"" + tokens.get(next) + "\""));
        }
        return tokens.get(next++);
    }

    private void expect(String token) {
        if (!takes(token)) {
            throw refused("expected \"" + token + "\" as token " + (next + 1));
        }
    }

    private boolean takes(String token) {
        if (next < tokens.size() && tokens.get(next).equalsIgnoreCase(token)) {
            next++;
            return true;
        }
        return false;
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("query \"" + text + "\": " + why);
    }
}
