package ml.taama.linkage.engine;

import java.util.List;
import ml.taama.linkage.Condition;
import ml.taama.linkage.Condition.Side;

/** A condition on a pair of rows, in three-valued logic. One thread's own. */
@FunctionalInterface
interface Test {

    int TRUE = 1;
    int FALSE = 0;
    int UNKNOWN = -1;

    double KILOMETRES = 6371;

    int test(Rows rows, int left, int right);

    static Test of(Condition condition, Records records) {
        return switch (condition) {
            case Condition.Null c ->
                none(c.fields().stream().mapToInt(records::indexOf).toArray());
            case Condition.Equal c -> equal(c, records);
            case Condition.Similar c -> new SimilarTest(c, records);
            case Condition.Near c -> near(records.indexOf(c.field()), c.most());
            case Condition.Percent c -> percent(records.indexOf(c.field()), c.below());
            case Condition.Shared c -> shared(records.indexOf(c.field()), c.least());
            case Condition.Subset c -> shared(records.indexOf(c.field()), -1);
            case Condition.Distance c ->
                distance(records.indexOf(c.latitude()), records.indexOf(c.longitude()), c.km());
            case Condition.Literal c -> literal(records.indexOf(c.field()), c, records);
            case Condition.Equivalent c -> equivalent(records.indexOf(c.field()), c.least());
            case Condition.Different c -> different(records.indexOf(c.field()));
            case Condition.Compatible c -> compatible(records.indexOf(c.field()), c.years());
            case Condition.And c -> and(all(c.all(), records));
            case Condition.Or c -> or(all(c.any(), records));
            case Condition.Not c -> not(of(c.condition(), records));
            case Condition.Else ignored -> (rows, l, r) -> TRUE;
        };
    }

    private static Test[] all(List<Condition> conditions, Records records) {
        return conditions.stream().map(c -> of(c, records)).toArray(Test[]::new);
    }

    private static int of(boolean known) {
        return known ? TRUE : FALSE;
    }

    private static Test none(int[] fields) {
        return (rows, l, r) -> {
            for (int f : fields) {
                if (rows.code[f][l] == 0 || rows.code[f][r] == 0) {
                    return TRUE;
                }
            }
            return FALSE;
        };
    }

    private static Test equal(Condition.Equal c, Records records) {
        int left = records.indexOf(c.left());
        int right = records.indexOf(c.right());
        if (left == right) {
            return (rows, l, r) -> {
                int a = rows.code[left][l];
                int b = rows.code[left][r];
                return a == 0 || b == 0 ? UNKNOWN : of(a == b);
            };
        }
        FieldColumn of = records.fields.get(left);
        FieldColumn and = records.fields.get(right);
        return (rows, l, r) -> {
            int a = rows.code[left][l];
            int b = rows.code[right][r];
            return a == 0 || b == 0 ? UNKNOWN : of(of.values.compare(a, and.values, b) == 0);
        };
    }

    private static Test near(int field, double most) {
        return (rows, l, r) -> {
            double difference = Math.abs(rows.number[field][l] - rows.number[field][r]);
            return Double.isNaN(difference) ? UNKNOWN : of(difference <= most);
        };
    }

    private static Test percent(int field, double below) {
        return (rows, l, r) -> {
            double a = rows.number[field][l];
            double b = rows.number[field][r];
            double share = Math.abs(a - b) / Math.max(a, b);
            return Double.isNaN(share) ? UNKNOWN : of(share < below);
        };
    }

    /** At least so many elements in common; -1 asks for the whole of the shorter list. */
    private static Test shared(int field, int least) {
        return (rows, l, r) -> {
            int a = rows.code[field][l];
            int b = rows.code[field][r];
            if (a == 0 || b == 0) {
                return UNKNOWN;
            }
            int[] x = rows.fields.get(field).elements[a];
            int[] y = rows.fields.get(field).elements[b];
            int shorter = Math.min(x.length, y.length);
            int common = common(x, y);
            return least < 0 ? of(shorter > 0 && common == shorter) : of(common >= least);
        };
    }

    private static int common(int[] x, int[] y) {
        int common = 0;
        int j = 0;
        for (int element : x) {
            while (j < y.length && y[j] < element) {
                j++;
            }
            common += j < y.length && y[j] == element ? 1 : 0;
        }
        return common;
    }

    /** The great-circle distance in the arithmetic of Splink, rounded to a float as Splink casts it. */
    private static Test distance(int latitude, int longitude, double km) {
        return (rows, l, r) -> {
            double a = Math.toRadians(rows.number[latitude][l]);
            double b = Math.toRadians(rows.number[latitude][r]);
            double c = Math.toRadians(rows.number[longitude][r] - rows.number[longitude][l]);
            double cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(c);
            float distance = (float) (Math.acos(Math.clamp(cosine, -1, 1)) * KILOMETRES);
            return Float.isNaN(distance) ? UNKNOWN : of(distance <= km);
        };
    }

    private static Test literal(int field, Condition.Literal c, Records records) {
        FieldColumn column = records.fields.get(field);
        return (rows, l, r) -> {
            int value = column.values.find(c.value());
            int a = c.side() == Side.RIGHT ? value : rows.code[field][l];
            int b = c.side() == Side.LEFT ? value : rows.code[field][r];
            if ((c.side() != Side.RIGHT && a == 0) || (c.side() != Side.LEFT && b == 0)) {
                return UNKNOWN;
            }
            return of(value != 0 && a == value && b == value);
        };
    }

    private static Test equivalent(int field, double least) {
        return (rows, l, r) -> {
            int a = rows.code[field][l];
            int b = rows.code[field][r];
            if (a == 0 || b == 0) {
                return UNKNOWN;
            }
            double weight = NameGroups.equivalence(rows.fields.get(field).names[a], rows.fields.get(field).names[b]);
            return of(weight > 0 && weight >= least);
        };
    }

    private static Test different(int field) {
        return (rows, l, r) -> {
            int a = rows.code[field][l];
            int b = rows.code[field][r];
            return a == 0 || b == 0
                    ? UNKNOWN
                    : of(NameGroups.different(rows.fields.get(field).names[a], rows.fields.get(field).names[b]));
        };
    }

    private static Test compatible(int field, int years) {
        return (rows, l, r) -> {
            int a = rows.date[field][l];
            int b = rows.date[field][r];
            return a == 0 || b == 0 ? UNKNOWN : of(ml.taama.linkage.names.Dates.agree(a, b, years));
        };
    }

    private static Test and(Test[] all) {
        return (rows, l, r) -> {
            int result = TRUE;
            for (Test test : all) {
                int one = test.test(rows, l, r);
                if (one == FALSE) {
                    return FALSE;
                }
                result = Math.min(result, one);
            }
            return result;
        };
    }

    private static Test or(Test[] any) {
        return (rows, l, r) -> {
            boolean unknown = false;
            for (Test test : any) {
                int one = test.test(rows, l, r);
                if (one == TRUE) {
                    return TRUE;
                }
                unknown |= one == UNKNOWN;
            }
            return unknown ? UNKNOWN : FALSE;
        };
    }

    private static Test not(Test test) {
        return (rows, l, r) -> {
            int one = test.test(rows, l, r);
            return one == UNKNOWN ? UNKNOWN : 1 - one;
        };
    }
}
