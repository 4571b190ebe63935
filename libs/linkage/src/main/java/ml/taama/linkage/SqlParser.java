package ml.taama.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses an SQL expression by descent; throws {@link Unexpected} at what it does not know. */
final class SqlParser {

    /** The expression is beyond this parser. */
    static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unexpected(String token) {
            super(token);
        }
    }

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"]|\"\")*\"|`[^`]*`|'(?:[^']|'')*'|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?"
                    + "|[A-Za-z_][A-Za-z0-9_]*|<>|!=|<=|>=|==|\\|\\||[=<>()+*/,.-])");
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("or"),
            Set.of("and"),
            Set.of("not"),
            Set.of("=", "<>", "<=", ">=", "<", ">"),
            Set.of("+", "-"),
            Set.of("*", "/"));
    private static final int NOT = 2;
    private static final int COMPARE = 3;
    private static final int DEEPEST = 60;
    private static final String END = "";

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private SqlParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(Math.min(end, text.length())).isBlank()) {
            throw new Unexpected(text.substring(end));
        }
    }

    static Sql parse(String text) {
        SqlParser parser = new SqlParser(text);
        Sql sql = parser.level(0);
        if (!parser.peek().equals(END)) {
            throw new Unexpected(parser.peek());
        }
        return sql;
    }

    private Sql level(int level) {
        if (level == NOT && take("not")) {
            return new Sql.Not(level(NOT));
        }
        if (level == NOT) {
            return level(COMPARE);
        }
        if (level == LEVELS.size()) {
            return primary();
        }
        Sql left = level(level + 1);
        while (true) {
            if (level == COMPARE && take("is")) {
                boolean not = take("not");
                expect("null");
                left = not ? new Sql.Not(new Sql.IsNull(left)) : new Sql.IsNull(left);
            } else if (LEVELS.get(level).contains(operator())) {
                String operator = operator();
                at++;
                left = new Sql.Binary(operator, left, level(level + 1));
            } else {
                return left;
            }
        }
    }

    private String operator() {
        String token = peek().toLowerCase(Locale.ROOT);
        return switch (token) {
            case "!=" -> "<>";
            case "==" -> "=";
            default -> token;
        };
    }

    private Sql primary() {
        if (++depth > DEEPEST) {
            throw new Unexpected(peek());
        }
        String token = peek();
        at++;
        Sql sql;
        if (token.equals("(")) {
            sql = level(0);
            expect(")");
        } else if (token.equals("-")) {
            sql = primary() instanceof Sql.Numeric n ? new Sql.Numeric(-n.value()) : unexpected(token);
        } else if (token.startsWith("'")) {
            sql = new Sql.Text(token.substring(1, token.length() - 1).replace("''", "'"));
        } else if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            sql = new Sql.Numeric(Double.parseDouble(token));
        } else {
            sql = named(token);
        }
        depth--;
        return sql;
    }

    private Sql named(String token) {
        boolean quoted = token.startsWith("\"") || token.startsWith("`");
        if (!quoted && (token.isEmpty() || !Character.isJavaIdentifierStart(token.charAt(0)))) {
            return unexpected(token);
        }
        String name = quoted ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
        if (!quoted && take("(")) {
            return call(name.toLowerCase(Locale.ROOT));
        }
        if (take(".")) {
            Sql column = named(next());
            return column instanceof Sql.Name c && c.qualifier().isEmpty()
                    ? new Sql.Name(name.toLowerCase(Locale.ROOT), c.name())
                    : unexpected(token);
        }
        if (!quoted && name.equalsIgnoreCase("case")) {
            return unexpected(token);
        }
        return new Sql.Name("", name);
    }

    private Sql call(String function) {
        List<Sql> arguments = new ArrayList<>();
        if (!take(")")) {
            do {
                arguments.add(level(0));
            } while (take(","));
            if (function.equals("cast") || function.equals("try_cast")) {
                expect("as");
                while (!peek().equals(")") && !peek().equals(END)) {
                    at++;
                }
            }
            expect(")");
        }
        return new Sql.Call(function, arguments);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private String next() {
        String token = peek();
        at++;
        return token;
    }

    private boolean take(String word) {
        if (!peek().equalsIgnoreCase(word)) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(String word) {
        if (!take(word)) {
            throw new Unexpected(peek());
        }
    }

    private static Sql unexpected(String token) {
        throw new Unexpected(token);
    }
}
