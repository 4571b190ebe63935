package ml.taama.reference.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import ml.taama.platform.text.LocalText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationsTest {

    private static final String HEADER = "file,key,column,language,text,unofficial";

    @TempDir
    private Path packs;

    private DraftPack pack = new DraftPack(Path.of("target"), "unused", EveryType.reader());

    @BeforeEach
    void draft() {
        PackReader reader = AllSections.reader();
        new DraftPack(packs, "base", reader)
                .write(
                        "reference/frameworks.csv",
                        "code,kind,scope,title_fr,short_title_fr,status,source_ref",
                        "F,policy,national,Cadre,Cadre,in-force,S1")
                .write("reference/goals.csv", "framework,code,level_fr,title_fr,source_ref", "F,*,cadre,Cadre,S1");
        pack = new DraftPack(packs, "trial", reader)
                .write(
                        "pack.yaml",
                        "code: trial",
                        "kind: country",
                        "name: {pt: Prova}",
                        "languages: [pt]",
                        "country: XT",
                        "licence: none",
                        "requires: [base]")
                .write("sources.csv", "code,kind,title_pt", "S2,data,Uma fonte");
    }

    @Test
    void addsALanguageToARowOfARequiredPackAndMarksItUnofficial() {
        pack.write("translations.csv", HEADER, "reference/goals.csv,F:*,title,pt,Quadro,yes");

        PackRow goal = pack.content().all("reference/goals.csv").getFirst();
        assertThat(goal.local("title").map(LocalText::texts).orElseThrow())
                .containsEntry("fr", "Cadre")
                .containsEntry("pt", "Quadro");
        assertThat(goal.value("unofficial", List.class)).contains(List.of("pt"));
    }

    @Test
    void refusesARowOrAColumnOrALanguageThatIsNotThere() {
        pack.write(
                "translations.csv",
                HEADER,
                "reference/goals.csv,F:9,title,pt,Quadro,",
                "reference/goals.csv,F:*,certainty,pt,Quadro,",
                "reference/goals.csv,F:*,title,es,Marco,");

        assertThat(pack.faults())
                .containsExactly(
                        "translations.csv:2:21: \"F:9\" does not exist, expected a row of reference/goals.csv",
                        "translations.csv:3:25: \"certainty\" is unknown, expected one of level, title, short_title,"
                                + " summary, note",
                        "translations.csv:4:31: \"es\" is unknown, expected one of [pt]");
    }
}
