// What can happen to delegation: the delegation policy, services with access, and the accounts that administer them.

export type DelegationEvent =
  | {
      readonly type: "resource-policy.created";
      readonly organizationId: string;
      readonly resourcePolicyId: string;
      readonly content: string;
    }
  | {
      readonly type: "resource-policy.updated";
      readonly organizationId: string;
      readonly content: string;
    }
  | { readonly type: "resource-policy.deleted"; readonly organizationId: string }
  | {
      readonly type: "service-access.enabled";
      readonly organizationId: string;
      readonly servicePrincipal: string;
    }
  | {
      readonly type: "service-access.disabled";
      readonly organizationId: string;
      readonly servicePrincipal: string;
    }
  | {
      readonly type: "delegated-administrator.registered";
      readonly organizationId: string;
      readonly accountId: string;
      readonly servicePrincipal: string;
    }
  | {
      readonly type: "delegated-administrator.deregistered";
      readonly organizationId: string;
      readonly accountId: string;
      readonly servicePrincipal: string;
    };
