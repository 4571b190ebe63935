package ml.taama.portal;

import java.util.List;
import java.util.Locale;
import ml.taama.reference.Packs;
import ml.taama.ui.Languages;
import org.springframework.stereotype.Component;

/** The site speaks the languages of the country. */
@Component
class SiteLanguages implements Languages {

    private final Packs packs;

    SiteLanguages(Packs packs) {
        this.packs = packs;
    }

    @Override
    public List<Locale> languages() {
        return packs.languages();
    }
}
