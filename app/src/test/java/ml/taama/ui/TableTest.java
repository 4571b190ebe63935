package ml.taama.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

class TableTest {

    @Test
    void takesAwayEveryRowWithTheMarkThatSpreadsheetsNeed() {
        Table table = new Table("code", "title");
        table.row("F080", "Assistance, « détresse »");
        table.row("F081", "dit \"a\"");
        ResponseEntity<byte[]> file = table.download("figures.csv");
        assertThat(new String(requireNonNull(file.getBody()), StandardCharsets.UTF_8))
                .isEqualTo("\ufeffcode,title\r\nF080,\"Assistance, « détresse »\"\r\nF081,\"dit \"\"a\"\"\"\r\n");
        assertThat(file.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).contains("figures.csv");
    }
}
