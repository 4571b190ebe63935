package ml.taama.portal;

import ml.taama.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public part of the menu. */
@Configuration(proxyBeanMethods = false)
class SiteMenu {

    @Bean
    MenuEntry compactEntry() {
        return new MenuEntry(10, "menu.compact", "/compact", "globe2");
    }

    @Bean
    MenuEntry actionsEntry() {
        return new MenuEntry(20, "menu.actions", "/actions", "check2-square");
    }

    @Bean
    MenuEntry policiesEntry() {
        return new MenuEntry(30, "menu.policies", "/policies", "signpost-split");
    }

    @Bean
    MenuEntry organisationsEntry() {
        return new MenuEntry(40, "menu.organisations", "/organisations", "people");
    }

    @Bean
    MenuEntry figuresEntry() {
        return new MenuEntry(50, "menu.figures", "/figures", "bar-chart");
    }

    @Bean
    MenuEntry documentsEntry() {
        return new MenuEntry(60, "menu.documents", "/documents", "book");
    }

    @Bean
    MenuEntry reportsEntry() {
        return new MenuEntry(70, "menu.reports", "/reports", "file-earmark-text");
    }

    @Bean
    MenuEntry helpEntry() {
        return new MenuEntry(80, "menu.help", "/help", "life-preserver");
    }
}
