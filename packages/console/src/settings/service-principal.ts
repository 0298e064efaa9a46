// Names of services as the API takes them: `transcribe.amazonaws.com`.

const form = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** What is wrong with a name; undefined where nothing is. */
export function servicePrincipalProblem(name: string): string | undefined {
  if (name === "") return "Enter a service principal";
  return form.test(name)
    ? undefined
    : "A service principal is a domain name in lower case, such as transcribe.amazonaws.com";
}
