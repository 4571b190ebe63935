package ml.taama.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ml.taama.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://owner:a%2Bb+c@host:5433/taama?sslmode=require",
                "jdbc:postgresql://host:5433/taama?user=owner&password=a%2Bb+c&sslmode=require",
                " postgres://owner:a%2Bb+c@host:5433/taama?sslmode=require "
            })
    void readsTheUsualForms(String address) {
        assertThat(Credentials.parse(address))
                .isEqualTo(new Credentials("jdbc:postgresql://host:5433/taama?sslmode=require", "owner", "a+b+c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "taama",
                "mysql://owner:secret@host/taama",
                "postgresql://host/taama",
                "postgresql://owner@host/taama",
                "postgresql://owner:secret@host",
                "postgresql://owner:secret@host/",
                "postgresql://owner:se cret@host/taama"
            })
    void refusesWhatIsIncomplete(String address) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Credentials.parse(address))
                .withMessageNotContaining("secret");
    }

    @Test
    void doesNotTellThePassword() {
        assertThat(Credentials.parse("postgresql://owner:secret@host/taama").toString())
                .contains("owner", "host")
                .doesNotContain("secret");
    }
}
