package ml.taama.platform.text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    @Bean
    Messages messages() {
        return Messages.shipped();
    }
}
