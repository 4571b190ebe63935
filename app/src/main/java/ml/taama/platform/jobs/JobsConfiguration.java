package ml.taama.platform.jobs;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Switches jobs on where the site runs; {@code taama.jobs=off} leaves them off, for tests that start them by hand. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "taama.jobs", havingValue = "on", matchIfMissing = true)
class JobsConfiguration {}
