package ml.taama.cases;

import ml.taama.people.Erasing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a person is erased or made anonymous: what was written of the person in cases goes, what is counted may stay. */
@Component
class CaseErasing implements Erasing {

    private final JdbcClient jdbc;

    CaseErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String schema() {
        return "cases";
    }

    @Override
    public void erase(long file) {
        anonymise(file);
    }

    @Override
    public void anonymise(long file) {
        jdbc.sql("call cases.forget_file(?)").param(file).update();
    }
}
