// Choosing the root, an OU or an account.

import Select from "@cloudscape-design/components/select";
import { useMemo, memo } from "react";
import type { ReactElement } from "react";
import { useTreeNodes } from "../organization/use-tree-nodes.js";
import { targetOptions } from "./target-options.js";

interface TargetSelectProps {
  readonly targetId: string | undefined;
  readonly onChange: (targetId: string | undefined) => void;
  readonly placeholder: string;
}

export const TargetSelect = memo(function TargetSelect({
  targetId,
  onChange,
  placeholder,
}: TargetSelectProps): ReactElement {
  const { nodes, error } = useTreeNodes();
  const options = useMemo(() => (nodes === undefined ? [] : targetOptions(nodes)), [nodes]);
  const chosen = options.find(({ value }) => value === targetId);
  const none = { value: "", label: placeholder };
  return (
    <Select
      selectedOption={chosen ?? null}
      options={targetId === undefined ? options : [none, ...options]}
      onChange={({ detail }) =>
        onChange(detail.selectedOption.value === "" ? undefined : detail.selectedOption.value)
      }
      placeholder={placeholder}
      filteringType="auto"
      filteringPlaceholder="Find by name, ID or path"
      filteringAriaLabel="Find a root, OU or account"
      statusType={nodes === undefined && error === undefined ? "loading" : "finished"}
      loadingText="Reading the organization"
      empty="Nothing could be read"
      noMatch="No OU or account matches"
      ariaLabel="Target"
      virtualScroll={options.length > 200}
    />
  );
});
