package ml.taama.accounts;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Spring Security keeps who is signed in and refuses forged forms. What each page asks for stands on its method
 * ({@link ml.taama.platform.security.Access}); headers are those of every page.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http, ActorFilter actors, Optional<OidcSignIn> oidc) {
        oidc.ifPresent(o -> o.addTo(http));
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .addFilterBefore(actors, AuthorizationFilter.class)
                .build();
    }

    /** People are found by the pages of this module; nobody is made up by the framework. */
    @Bean
    UserDetailsService users() {
        return name -> {
            throw new UsernameNotFoundException("Accounts are not looked up by name");
        };
    }
}
