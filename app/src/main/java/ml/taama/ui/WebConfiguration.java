package ml.taama.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the web: controllers ask for a {@link Ui}, pages carry a fingerprint, headers close what is not needed. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final Readers readers;
    private final AccessGate gate;

    WebConfiguration(Readers readers, AccessGate gate) {
        this.readers = readers;
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new UiResolver(readers));
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> fingerprints() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
        filter.setWriteWeakETag(true);
        return new FilterRegistrationBean<>(filter);
    }

    /** A request that Tomcat refuses before it reaches a page is answered with a status and nothing about the server. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> quietTomcat(Messages messages) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new QuietErrors(messages)));
    }

    private record UiResolver(Readers readers) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Ui.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
            if (http == null) {
                throw new IllegalStateException("No HTTP request");
            }
            return readers.of(http).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        }
    }
}
