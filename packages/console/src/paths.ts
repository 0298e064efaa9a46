// Every address in the console. Links are built here and nowhere else.

const segment = encodeURIComponent;

/** A type as addresses name it: `AISERVICES_OPT_OUT_POLICY` is `aiservices-opt-out-policy`. */
export const typeSegment = (type: string): string => type.toLowerCase().replaceAll("_", "-");
export const typeOfSegment = (name: string): string => name.toUpperCase().replaceAll("-", "_");

/** Below `/console`. */
export const paths = {
  signIn: "/sign-in",
  overview: "/",
  /** The overview, at its list of the accounts in a state: `opted-in`. */
  overviewAccounts: (state: string): string => `/?accounts=${segment(state)}&view=list#accounts`,
  optOutOfEverything: "/opt-out",
  accounts: "/accounts",
  /** The tree with an account, OU or root chosen; `tab` is of its panel. */
  entity: (id: string, tab?: string): string =>
    `/accounts?selected=${segment(id)}${tab === undefined ? "" : `&tab=${segment(tab)}`}`,
  policyTypes: "/policies",
  policies: (type: string): string => `/policies/${typeSegment(type)}`,
  /** `target`: the id of where it is to be attached at once. */
  createPolicy: (type: string, target?: string): string =>
    `/policies/${typeSegment(type)}/create${target === undefined ? "" : `?target=${segment(target)}`}`,
  policy: (type: string, id: string, tab?: string): string =>
    `/policies/${typeSegment(type)}/${segment(id)}${tab === undefined ? "" : `?tab=${segment(tab)}`}`,
  editPolicy: (type: string, id: string): string => `/policies/${typeSegment(type)}/${segment(id)}/edit`,
  invitations: "/invitations",
  delegatedAdministrators: "/delegated-administrators",
  trustedServices: "/trusted-services",
  settings: "/settings",
  users: "/users",
  user: (name: string): string => `/users/${segment(name)}`,
  roles: "/roles",
  role: (name: string): string => `/roles/${segment(name)}`,
} as const;

/** The one policy type that the console is about. */
export const aiOptOutType = "AISERVICES_OPT_OUT_POLICY";
