package ml.taama.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Set<String> KNOWN = Set.of("q", "kind", "sort", "page");

    private static Query of(Map<String, String> parameters) {
        return Query.of("/figures", parameters, KNOWN);
    }

    @Test
    void keepsWhatTheListKnowsCutAndWithoutControlCharacters() {
        Query query = of(Map.of("q", " a\u0000b\n", "kind", "  ", "other", "x"));
        assertThat(query.values()).isEqualTo(Map.of("q", "a b"));
        assertThat(of(Map.of("q", "x".repeat(5000))).get("q")).hasSize(200);
    }

    @Test
    void saysItsAddressEncoded() {
        assertThat(of(Map.of("q", "é&=\"", "page", "2")).address()).isEqualTo("/figures?page=2&q=%C3%A9%26%3D%22");
        assertThat(of(Map.of()).address(".csv")).isEqualTo("/figures.csv");
    }

    @Test
    void aChangeLeadsBackToTheFirstPage() {
        Query query = of(Map.of("q", "gao", "page", "3"));
        assertThat(query.with("kind", "estimate").address()).isEqualTo("/figures?kind=estimate&q=gao");
        assertThat(query.with("q", "").address()).isEqualTo("/figures");
    }

    @Test
    void anOrderOrAPageAsksNothing() {
        assertThat(of(Map.of("sort", "title", "page", "2")).open()).isTrue();
        assertThat(of(Map.of("q", "x")).open()).isFalse();
    }

    @Test
    void aPageThatIsNoneIsTheFirstAndOneBeyondTheEndIsTheLast() {
        List<Integer> sixty = IntStream.range(0, 60).boxed().toList();
        for (String page : new String[] {"0", "-1", "x", "1e3", "123456"}) {
            assertThat(Listing.of(of(Map.of("page", page)), sixty).page()).isEqualTo(1);
        }
        Listing<Integer> last = Listing.of(of(Map.of("page", "99")), sixty);
        assertThat(last.page()).isEqualTo(last.pages()).isEqualTo(3);
        assertThat(last.rows()).containsExactlyElementsOf(sixty.subList(50, 60));
        assertThat(last.first()).isEqualTo(51);
        assertThat(last.last()).isEqualTo(60);
        Listing<Integer> none = Listing.of(of(Map.of()), List.of());
        assertThat(none.pages()).isEqualTo(1);
        assertThat(none.first()).isZero();
        assertThat(none.last()).isZero();
    }

    @Test
    void aColumnIsSortedUpThenDown() {
        Listing<Integer> unsorted = Listing.of(of(Map.of("q", "x")), List.of());
        assertThat(unsorted.order("title")).isEqualTo("none");
        assertThat(unsorted.sorted("title")).isEqualTo("/figures?q=x&sort=title");
        Listing<Integer> up = Listing.of(of(Map.of("sort", "title")), List.of());
        assertThat(up.order("title")).isEqualTo("ascending");
        assertThat(up.sorted("title")).isEqualTo("/figures?sort=-title");
        assertThat(Listing.of(of(Map.of("sort", "-title")), List.of()).order("title"))
                .isEqualTo("descending");
    }
}
