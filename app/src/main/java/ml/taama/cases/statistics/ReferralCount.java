package ml.taama.cases.statistics;

/**
 * How many referrals two organisations have in a state.
 *
 * @param transfer whether the recipient was to become responsible
 */
public record ReferralCount(boolean transfer, String sender, String recipient, String state, long referrals) {}
