package ml.taama.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import ml.taama.RunningSite;
import ml.taama.platform.audit.AuditTrail;
import org.junit.jupiter.api.Test;

/** Tables whose rows have no number take part in a rotation of keys too. */
class SealedColumnStoreTest {

    private static final int ROWS = 120;

    @Test
    void aTableWithoutNumbersIsSealedAnewInChunks() {
        try (RunningSite site = RunningSite.bare(Map.of())) {
            site.owner()
                    .sql("create table public.told (name text, kind text, content bytea)")
                    .update();
            Vault vault = site.bean(Vault.class);
            for (int i = 0; i < ROWS; i++) {
                site.owner()
                        .sql("insert into public.told values (?, 'a', ?)")
                        .params("n" + i, vault.seal("told n" + i + " a", "texte " + i))
                        .update();
            }
            SealedColumn column = SealedColumn.of("public.told", "content", "'told ' || name || ' ' || kind")
                    .withoutNumbers()
                    .inChunksOf(50);
            AtomicInteger chunks = new AtomicInteger();
            KeyRotation.Result result = new KeyRotation(
                            site.database(),
                            site.bean(VaultKeys.class),
                            vault,
                            List.of(column),
                            site.bean(AuditTrail.class))
                    .run((table, done, all) -> chunks.incrementAndGet());

            assertThat(result).isEqualTo(new KeyRotation.Result(ROWS, 0));
            assertThat(chunks).hasValue(3);
            for (int i = 0; i < ROWS; i += 10) {
                byte[] kept = site.owner()
                        .sql("select content from public.told where name = ?")
                        .param("n" + i)
                        .query(byte[].class)
                        .single();
                assertThat(vault.open("told n" + i + " a", kept)).isEqualTo("texte " + i);
            }
        }
    }
}
