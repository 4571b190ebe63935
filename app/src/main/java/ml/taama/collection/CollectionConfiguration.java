package ml.taama.collection;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the reminders run by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CollectionConfiguration {}
