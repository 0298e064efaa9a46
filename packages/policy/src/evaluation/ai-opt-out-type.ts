// The name of the policy type that explanations and proofs are about.

export const aiOptOutType = "AISERVICES_OPT_OUT_POLICY";
