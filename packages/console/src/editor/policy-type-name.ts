// What people call a policy type.

const names: Readonly<Record<string, string>> = {
  AISERVICES_OPT_OUT_POLICY: "AI services opt-out policies",
  SERVICE_CONTROL_POLICY: "Service control policies",
  RESOURCE_CONTROL_POLICY: "Resource control policies",
  TAG_POLICY: "Tag policies",
  BACKUP_POLICY: "Backup policies",
};

/** The plural, as navigation and headings have it; the API's own name where there is no other. */
export function policyTypeName(type: string): string {
  return names[type] ?? type;
}
