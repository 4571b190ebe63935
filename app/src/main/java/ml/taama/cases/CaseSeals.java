package ml.taama.cases;

import ml.taama.platform.vault.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cases keep sealed, for a rotation of keys. */
@Configuration(proxyBeanMethods = false)
class CaseSeals {

    @Bean
    static SealedColumn entryColumn() {
        return SealedColumn.of("cases.entry", "content", "'cases.entry ' || id");
    }

    @Bean
    static SealedColumn screeningColumn() {
        return SealedColumn.of("cases.screening", "content", "'cases.screening ' || id");
    }

    @Bean
    static SealedColumn taskColumn() {
        return SealedColumn.of("cases.task", "content", "'cases.task ' || id");
    }

    @Bean
    static SealedColumn serviceImportColumn() {
        return SealedColumn.of("cases.import", "content", "'cases.import ' || id")
                .inChunksOf(1);
    }

    @Bean
    static SealedColumn releaseRowsColumn() {
        return SealedColumn.of("cases.release_rows", "content", "'cases.release_rows ' || release || ' ' || name")
                .withoutNumbers()
                .inChunksOf(1);
    }

    @Bean
    static SealedColumn releaseSecretColumn() {
        return SealedColumn.of("cases.release_secret", "content", "'cases.release_secret'")
                .withoutNumbers();
    }
}
