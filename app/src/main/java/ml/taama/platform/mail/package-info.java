/**
 * Mail: written into a queue in the transaction of what it tells, sent by a job, tried again when the server does not
 * answer.
 *
 * <p>Front door: {@link ml.taama.platform.mail.Mails}.
 */
@NamedInterface("mail")
@NullMarked
package ml.taama.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
