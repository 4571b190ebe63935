package ml.taama.accounts;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ml.taama.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes on paper, each good for once. They are random (59 bits), so a plain hash keeps them. */
@Component
class RecoveryCodes {

    static final int LENGTH = 12;
    private static final int CODES = 10;
    private static final int GROUP = 4;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What counts of a code that was typed. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    @Transactional
    public List<String> make(long account) {
        forget(account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            String code = random();
            codes.add(code);
            jdbc.sql("insert into accounts.recovery_code (account, hash) values (?, ?)")
                    .params(account, hash(account, plain(code)))
                    .update();
        }
        return codes;
    }

    private static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /**
     * Uses a code up.
     *
     * @throws Problem when there is none such
     */
    @Transactional
    public void use(long account, String plain) {
        int used = jdbc.sql(
                        "update accounts.recovery_code set used_at = now() where account = ? and hash = ? and used_at is null")
                .params(account, hash(account, plain))
                .update();
        if (used != 1) {
            throw Problem.of(AccountProblem.WRONG_CODE);
        }
    }

    @Transactional
    public void forget(long account) {
        jdbc.sql("delete from accounts.recovery_code where account = ?")
                .param(account)
                .update();
    }

    private static String hash(long account, String plain) {
        return Tokens.hash(account + " " + plain);
    }
}
