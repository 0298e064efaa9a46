// Why an account could not be created, in words. Source of the reasons: the API model.

const reasons: Readonly<Record<string, string>> = {
  ACCOUNT_LIMIT_EXCEEDED: "the organization has as many accounts as its quota allows",
  CONCURRENT_ACCOUNT_MODIFICATION: "a request with the same details is under way already",
  EMAIL_ALREADY_EXISTS: "another account has this e-mail address already; every account needs its own",
  FAILED_BUSINESS_VALIDATION: "the business licence of the management account could not be validated",
  GOVCLOUD_ACCOUNT_ALREADY_EXISTS: "there is an account with this e-mail address in GovCloud already",
  INTERNAL_FAILURE: "the service failed; try again",
  INVALID_ADDRESS: "the postal address of the organization is not valid",
  INVALID_EMAIL: "the e-mail address is not valid",
  INVALID_IDENTITY_FOR_BUSINESS_VALIDATION: "the management account lacks identity data for its validation",
  INVALID_PAYMENT_INSTRUMENT: "the payment method of the management account is not supported",
  MISSING_BUSINESS_VALIDATION: "the management account has not received its business validation",
  MISSING_PAYMENT_INSTRUMENT: "the management account has no payment method",
  PENDING_BUSINESS_VALIDATION: "the business validation of the management account is not finished",
  UNKNOWN_BUSINESS_VALIDATION: "the business validation of the management account has an unknown problem",
  UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED:
    "the tags would change a resource policy that exists already",
};

/** Total: a reason that is not known is told as it came. */
export function creationFailureText(reason: string | undefined): string {
  if (reason === undefined) return "no reason was given";
  return reasons[reason] ?? `the reason given is ${reason}`;
}
