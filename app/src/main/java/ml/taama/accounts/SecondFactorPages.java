package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.SignedIn;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.QrPicture;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where a second factor is shown, or set up by who has none. */
@Controller
@SignedIn
public class SecondFactorPages {

    /** Where a code is typed. */
    public record ShowPage(String to, SecondFactors.State state, Optional<Problem> fault) {}

    /**
     * Where a phone or a device is set up.
     *
     * @param picture QR code as SVG
     * @param secret to type where the picture cannot be read
     */
    public record EnrolPage(String to, String picture, String secret, Optional<Problem> fault) {}

    /** Codes to print, shown once. */
    public record CodesPage(String to, List<String> codes) {}

    private static final int GROUP = 4;

    private final Pages pages;
    private final SecondFactors factors;
    private final Connections connections;

    SecondFactorPages(Pages pages, SecondFactors factors, Connections connections) {
        this.pages = pages;
        this.factors = factors;
        this.connections = connections;
    }

    @GetMapping("/{language}/second-factor")
    View page(Ui ui, @RequestParam(defaultValue = "/work") String to) {
        return page(ui, to, Optional.empty());
    }

    private View page(Ui ui, String to, Optional<Problem> fault) {
        Proven proven = Proven.current();
        SecondFactors.State state = factors.of(proven.account());
        if (state.any() && !proven.twice()) {
            Html page = pages.page("accounts/second-factor", ui, new ShowPage(to, state, fault));
            return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
        }
        if (state.totp()) {
            return Redirect.within(ui, to);
        }
        byte[] secret = factors.begin(proven.account());
        String name = ui.visitor().name().orElse("");
        String picture = QrPicture.of(Totp.address("Taama", name, secret), ui.t("factor.picture"));
        String typed = Totp.typed(secret).replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
        Html page = pages.page("accounts/second-factor-enrol", ui, new EnrolPage(to, picture, typed, fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/second-factor")
    View show(
            Ui ui,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/work") String to) {
        long account = Proven.current().account();
        String address = request.getRemoteAddr();
        try {
            factors.refuseTooMany(account, address);
            factors.show(account, code);
        } catch (Problem problem) {
            if (problem.code().equals(AccountProblem.WRONG_CODE.code())) {
                factors.tried(account, address, false);
            }
            return page(ui, to, Optional.of(problem));
        }
        factors.tried(account, address, true);
        connections.open(new Proven(account, true), request, response);
        return Redirect.within(ui, to);
    }

    @PostMapping("/{language}/second-factor/enrol")
    View enrol(
            Ui ui,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/work") String to) {
        Proven proven = Proven.current();
        factors.refuseUnlessShown(proven);
        try {
            factors.confirm(proven.account(), code);
        } catch (Problem problem) {
            return page(ui, to, Optional.of(problem));
        }
        connections.open(new Proven(proven.account(), true), request, response);
        return codes(ui, to, proven.account());
    }

    @PostMapping("/{language}/me/codes")
    View newCodes(Ui ui) {
        Proven proven = Proven.current();
        factors.refuseUnlessShown(proven);
        return codes(ui, "/me", proven.account());
    }

    private Html codes(Ui ui, String to, long account) {
        return pages.page("accounts/recovery-codes", ui, new CodesPage(to, factors.newCodes(account)));
    }
}
