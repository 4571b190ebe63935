package ml.taama.people;

import ml.taama.platform.vault.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register keeps sealed, for a rotation of keys. */
@Configuration(proxyBeanMethods = false)
class PeopleSeals {

    @Bean
    static SealedColumn valueColumn() {
        return SealedColumn.of("people.sealed_value", "content", "'people.' || kind || ' ' || file")
                .inChunksOf(200)
                .foundBy(new SealedColumn.Token("token", "kind", SealedValues::plain));
    }

    @Bean
    static SealedColumn witnessColumn() {
        return SealedColumn.of("people.consent", "witness", "'people.consent ' || file");
    }

    @Bean
    static SealedColumn requestColumn() {
        return SealedColumn.of("people.rights_request", "detail", "'people.rights_request ' || file");
    }

    @Bean
    static SealedColumn uploadColumn() {
        return SealedColumn.of("people.import", "content", "'people.import ' || id")
                .inChunksOf(1);
    }
}
